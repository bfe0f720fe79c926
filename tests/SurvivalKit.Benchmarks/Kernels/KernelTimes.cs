using System.Globalization;

namespace SurvivalKit.Benchmarks;

/// <summary>How long a kernel took, in seconds.</summary>
/// <param name="Kernel">The kernel's name.</param>
/// <param name="Ready">From the start of the process until it answers.</param>
/// <param name="FirstCell">The first cell.</param>
/// <param name="NextCell">The median of later cells, which declare a number and show it.</param>
/// <param name="Completion">The median of completions of a member.</param>
internal sealed record KernelTimes(string Kernel, double Ready, double FirstCell, double NextCell, double Completion)
{
    /// <summary>Reads a line of the script: the name and the four times, separated by tabs.</summary>
    public static KernelTimes Parse(string line)
    {
        string[] fields = line.Split('\t');
        if (fields.Length != 5)
        {
            throw new BenchmarkException($"The script of the kernels printed \"{line}\"; a name and four times were expected.");
        }

        double[] seconds = [.. fields[1..].Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
        return new KernelTimes(fields[0], seconds[0], seconds[1], seconds[2], seconds[3]);
    }

    /// <summary>The median of several runs of one kernel.</summary>
    public static KernelTimes Median(string kernel, IReadOnlyList<KernelTimes> runs) => new(
        kernel,
        Timing.Median([.. runs.Select(run => run.Ready)]),
        Timing.Median([.. runs.Select(run => run.FirstCell)]),
        Timing.Median([.. runs.Select(run => run.NextCell)]),
        Timing.Median([.. runs.Select(run => run.Completion)]));
}
