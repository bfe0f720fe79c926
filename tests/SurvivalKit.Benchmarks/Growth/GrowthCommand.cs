using System.CommandLine;
using System.Globalization;

namespace SurvivalKit.Benchmarks;

/// <summary><c>growth</c>: the time and memory of ten times the rows.</summary>
internal static class GrowthCommand
{
    private const double MostTime = 12;
    private const double MostMemory = 3;

    public static Command Create(Streams streams)
    {
        Option<int> rows =
            CountOption.Create("--rows", "Rows of the large data set; the small one has a tenth.", 10_000_000, least: 10_000);
        Option<int> repeats = CountOption.Create("--repeats", "Timed fits of each size; their median counts.", 3, least: 1);
        Command command = new(
            "growth",
            "A Cox fit with 10 covariates at N/10 and N rows: time, and peak memory against the size of the data.") { rows, repeats };
        command.SetAction((parsed, cancellation) => RunAsync(streams, parsed.GetValue(rows), parsed.GetValue(repeats), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Streams streams, int rows, int repeats, CancellationToken cancellation)
    {
        streams.Say($"timing {rows / 10:N0} rows");
        GrowthMeasurement small = await GrowthMeasurement.InChildAsync(rows / 10, repeats, cancellation).ConfigureAwait(false);
        streams.Say($"timing {rows:N0} rows");
        GrowthMeasurement large = await GrowthMeasurement.InChildAsync(rows, repeats, cancellation).ConfigureAwait(false);

        // Memory is that of a single fit: further ones could include memory of the first.
        streams.Say($"the memory of {rows:N0} rows");
        GrowthMeasurement memory = await GrowthMeasurement.InChildAsync(rows, 1, cancellation).ConfigureAwait(false);

        double time = large.Seconds / small.Seconds;
        Write(streams, $"{Machine.Describe(null)}; medians of {repeats}.\n");
        Write(
            streams,
            $"Cox, {GrowthData.Covariates} covariates: {small.Seconds:0.000} s at {small.Rows:N0} rows, {large.Seconds:0.000} s at {large.Rows:N0}");
        Write(streams, $"time    {time,5:0.0} x for 10 x the rows, at most {MostTime:0}: {Verdict(time <= MostTime)}");
        Write(
            streams,
            $"memory  {memory.TimesInput,5:0.0} x the data ({Megabytes(memory.PeakBytes)} for {Megabytes(memory.InputBytes)}; {Megabytes(memory.BytesBefore)} before the fit), at most {MostMemory:0}: {Verdict(memory.TimesInput <= MostMemory)}");
        return time <= MostTime && memory.TimesInput <= MostMemory ? ExitCodes.Done : ExitCodes.Differences;
    }

    private static string Verdict(bool met) => met ? "met" : "NOT met";

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N0} MB");

    private static void Write(Streams streams, FormattableString line) => streams.Output.WriteLine(FormattableString.Invariant(line));
}
