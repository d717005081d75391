using System.Globalization;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Hosting;

/// <summary>The command line of a program that hosts experiments: list, describe, run, check, report and conformance.</summary>
/// <example>
/// The whole <c>Program.cs</c> of a project that declares experiments:
/// <code>return ExperimentProgram.Run(args, DeclaredExperiments.Catalog);</code>
/// </example>
public static class ExperimentProgram
{
    /// <summary>
    /// Carries a command line out. Results go to standard output, messages and progress to standard error. Ctrl+C and SIGTERM stop the
    /// run and keep what is finished; a second one ends the process at once.
    /// </summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="catalog">The experiments; the source generator emits <c>DeclaredExperiments.Catalog</c>.</param>
    /// <param name="trainers">What <c>--trainer</c> offers besides <c>managed</c>, which is always there. Their names are unique.</param>
    /// <returns>The exit code: 0 all good, 1 a cross-check failed, 2 wrong usage, 3 a numerical failure, 130 interrupted.</returns>
    /// <exception cref="ArgumentException">Two trainers have the same name.</exception>
    public static int Run(string[] args, ExperimentCatalog catalog, params IReadOnlyList<ITrainer> trainers)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(trainers);
        using var interruption = new Interruption();
        return Invoke(args, new(catalog, trainers, Surroundings.OfThisProcess(), interruption.Token));
    }

    /// <summary>Carries a command line out in given surroundings. All text is in the invariant culture, that of the parser and of experiments included.</summary>
    internal static int Invoke(string[] args, HostedProgram program)
    {
        (CultureInfo culture, CultureInfo interfaceCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            return CommandLine.Invoke(args, program);
        }
        catch (UsageException failure)
        {
            return Refuse(program, failure.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refuse(program, failure.Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = interfaceCulture;
        }
    }

    private static int Refuse(HostedProgram program, string message)
    {
        program.Surroundings.Error.WriteLine("error: " + message);
        return ExitCode.WrongUsage;
    }
}
