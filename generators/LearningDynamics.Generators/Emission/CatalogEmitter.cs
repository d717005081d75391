using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes the catalog of an assembly's experiments.</summary>
internal static class CatalogEmitter
{
    public const string HintName = "DeclaredExperiments.g.cs";

    /// <summary>Adds the catalog, unless the assembly declares no experiment.</summary>
    public static void AddCatalog(this SourceProductionContext output, CatalogModel catalog)
    {
        if (catalog.IsDeclared)
            output.AddSource(HintName, Emit(catalog));
    }

    private static string Emit(CatalogModel catalog)
    {
        var writer = new SourceWriter();
        LibraryNames.WriteHead(writer);
        writer.Line("namespace LearningDynamics.Generated;");
        writer.Line();
        writer.Line("/// <summary>The experiments that this assembly declares.</summary>");
        writer.Block("internal static class DeclaredExperiments", () =>
        {
            writer.Line("/// <summary>Every experiment of this assembly, ordered by id.</summary>");
            writer.Line($"public static {LibraryNames.Experiments}ExperimentCatalog Catalog {{ get; }} = new(");
            writer.Line("[");
            writer.Indented(() =>
            {
                foreach (string name in catalog.ClassNames)
                    writer.Line($"{name}.Descriptor,");
            });
            writer.Line("]);");
        });
        return writer.ToString();
    }
}
