using System.Numerics.Tensors;
using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace PaperFigures.Nakazato2024;

/// <summary>One seed's training, measured: the response at x_o at every epoch of the grid, and the kernel over all inputs at a few.</summary>
internal sealed class ResponseRun
{
    /// <summary>Below this response, rounding of logits of size 1 would change it, and the kernel, by more than 1e-5 of it.</summary>
    public const double LeastResponse = 1e-10;

    private ResponseRun(ResponseGrid grid, ResponseProbes probes)
    {
        AtPair = new PointResponse[grid.All.Length];
        Kernel = [.. grid.Kernel.Select(_ => new KernelProfile(probes.Distances))];
        FirstByChange = new(probes.Changes);
        LastByChange = new(probes.Changes);
    }

    /// <summary>The response at x_o, at every epoch of the grid.</summary>
    public PointResponse[] AtPair { get; }

    /// <summary>The features alive at x_o and the effective rank around it, at the epochs asked for.</summary>
    public List<(int Alive, double Rank)> Features { get; } = [];

    /// <summary>The normalised kernel by Hamming distance, at every epoch of the kernel.</summary>
    public KernelProfile[] Kernel { get; }

    /// <summary>The normalised kernel by removed and added bits before the training.</summary>
    public KernelProfile FirstByChange { get; }

    /// <summary>The normalised kernel by removed and added bits after the training.</summary>
    public KernelProfile LastByChange { get; }

    /// <summary>How far the training moved the normalised tangent kernel, in the 2-norm over all inputs and relative to the first; null where one of the two does not exist.</summary>
    public double? Drift { get; private set; }

    /// <summary>What the factors leave of the response before the training.</summary>
    public required FactorErrors Factors { get; init; }

    /// <summary>Trains and measures one seed.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="seed">Of weights and noise.</param>
    /// <param name="request">Whose trainer and cancellation are used.</param>
    /// <param name="grid">When to look.</param>
    /// <param name="probes">All inputs.</param>
    /// <param name="watchesFeatures">Whether to look at the features too.</param>
    public static ResponseRun Measure(ResponseSetting setting, ulong seed, RouteRequest request, ResponseGrid grid, ResponseProbes probes, bool watchesFeatures)
    {
        TrainingPlan plan = setting.Plan(seed);
        var run = new ResponseRun(grid, probes) { Factors = FactorErrors.Of(plan, setting, probes) };
        var response = new TrainingResponse(plan, probes.Cube.Vertex(setting.TrainedVertex), setting.Target, probes.All);
        var features = new FeatureSpace(probes.Cube, setting.TrainedVertex);
        var kernel = new KernelMeasurement(run, response, request.Cancellation);
        NoisyTraining.Run(setting, seed, request, grid.All, (index, network) =>
        {
            run.AtPair[index] = response.Measure(network);
            if (watchesFeatures && Array.BinarySearch(grid.Asked, grid.All[index]) >= 0)
                run.Features.Add((features.Alive(network), features.Rank(network)));
            int place = Array.BinarySearch(grid.Kernel, grid.All[index]);
            if (place >= 0)
                kernel.Add(network, place);
        });
        return run;
    }

    /// <summary>Measures over all inputs, in one field that is filled again and again.</summary>
    private sealed class KernelMeasurement(ResponseRun run, TrainingResponse response, CancellationToken cancellation)
    {
        private readonly ResponseField field = new(response.Probes!);
        private readonly double[] kernel = new double[response.Probes!.Count];
        private double[]? first;

        public void Add(Network network, int place)
        {
            bool isLast = place == run.Kernel.Length - 1;
            response.Measure(network, field, cancellation);
            if (Math.Abs(field.AtPair.LogitResponse) >= LeastResponse && field.TryNormalizedKernel(kernel))
            {
                run.Kernel[place].Add(kernel);
                if (place == 0)
                    run.FirstByChange.Add(kernel);
                if (isLast)
                    run.LastByChange.Add(kernel);
            }

            if (!field.TryNormalizedTangentKernel(kernel))
                return;
            if (place == 0)
                first = [.. kernel];
            else if (isLast && first is not null)
                run.Drift = TensorPrimitives.Distance<double>(kernel, first) / TensorPrimitives.Norm<double>(first);
        }
    }
}

/// <summary>All inputs, and how they differ from x_o; shared by all seeds.</summary>
internal sealed class ResponseProbes
{
    public ResponseProbes(ResponseSetting setting)
    {
        Cube = setting.Scaling.Hypercube(setting.Encoding);
        All = Cube.Probes();
        Distances = HammingGroups.ByDistance(Cube, setting.TrainedVertex);
        Changes = HammingGroups.ByChange(Cube, setting.TrainedVertex);
    }

    public Hypercube Cube { get; }

    public ProbeSet All { get; }

    public HammingGroups Distances { get; }

    public HammingGroups Changes { get; }
}
