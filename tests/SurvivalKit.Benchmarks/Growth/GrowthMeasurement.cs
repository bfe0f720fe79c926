using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace SurvivalKit.Benchmarks;

/// <summary>The time and memory of a fit, measured in a separate process so that other measurements do not affect it.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Seconds">The median of the fits.</param>
/// <param name="BytesBefore">The memory that the process held before the first fit: the runtime and the data.</param>
/// <param name="PeakBytes">The most memory that the process held, the data included.</param>
internal sealed record GrowthMeasurement(int Rows, double Seconds, long BytesBefore, long PeakBytes)
{
    private const int SmallRows = 2000;
    private const int SmallRuns = 40;

    /// <summary>The bytes of the data.</summary>
    public long InputBytes => GrowthData.Bytes(Rows);

    /// <summary>The peak memory as a multiple of the size of the data.</summary>
    public double TimesInput => (double)PeakBytes / InputBytes;

    /// <summary>Measures in this process.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="repeats">The number of fits.</param>
    public static GrowthMeasurement Here(int rows, int repeats)
    {
        var small = GrowthData.Make(SmallRows);
        Timing.Seconds<CoxFit>(() => () => CoxModel.Fit(small, GrowthData.Formula), SmallRuns, 0);
        var data = GrowthData.Make(rows);
        long before = Environment.WorkingSet;
        double[] seconds = Timing.Seconds<CoxFit>(() => () => CoxModel.Fit(data, GrowthData.Formula), 0, repeats);
        using Process self = Process.GetCurrentProcess();
        return new GrowthMeasurement(rows, Timing.Median(seconds), before, self.PeakWorkingSet64);
    }

    /// <summary>Measures in a new process of this program.</summary>
    /// <exception cref="BenchmarkException">The process failed; the message has its output.</exception>
    public static async Task<GrowthMeasurement> InChildAsync(int rows, int repeats, CancellationToken cancellation)
    {
        string program = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        FormattableString[] arguments = [$"{GrowthChildCommand.Name}", $"--rows", $"{rows}", $"--repeats", $"{repeats}"];
        var start = new ProcessStartInfo(program, [.. host, .. arguments.Select(FormattableString.Invariant)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process child = Process.Start(start)!;
        try
        {
            Task<string> problem = child.StandardError.ReadToEndAsync(cancellation);
            string answer = await child.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await child.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return child.ExitCode == 0
                ? JsonSerializer.Deserialize<GrowthMeasurement>(answer)!
                : throw new BenchmarkException(
                    FormattableString.Invariant($"the fit of {rows} rows failed: {(await problem.ConfigureAwait(false)).Trim()}"));
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill();
            }
        }
    }
}
