using System.Globalization;
using System.Text;

namespace SurvivalKit.Benchmarks;

/// <summary>A time that was measured of a kernel.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record KernelTime(string Kernel, string Name, double Seconds)
{
    /// <summary>Reads a line of the script: kernel, name and seconds, separated by tabs.</summary>
    public static KernelTime Parse(string line) => line.Split('\t') is [var kernel, var name, var seconds]
        && double.TryParse(seconds, CultureInfo.InvariantCulture, out double value)
        ? new KernelTime(kernel, name, value)
        : throw new BenchmarkException($"The script of the kernels printed \"{line}\"; a kernel, a name and seconds were expected.");

    /// <summary>The medians in seconds as a table in Markdown: a row for each measurement, a column for each kernel.</summary>
    public static string Table(IReadOnlyList<KernelTime> times)
    {
        string[] kernels = [.. times.Select(time => time.Kernel).Distinct()];
        var table = new StringBuilder($"| seconds | {string.Join(" | ", kernels)} |\n|:--|{string.Concat(kernels.Select(_ => "--:|"))}\n");
        foreach (string name in times.Select(time => time.Name).Distinct())
        {
            IEnumerable<string> medians = kernels.Select(kernel => times.Where(time => time.Kernel == kernel && time.Name == name)
                .Select(time => time.Seconds).ToArray() is { Length: > 0 } all
                ? Timing.Median([.. all]).ToString(Timing.Median([.. all]) < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture)
                : "");
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", medians)} |\n");
        }

        return table.ToString();
    }
}
