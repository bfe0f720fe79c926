using System.CommandLine;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Benchmarks;

/// <summary><c>reading</c>: the seconds of loading a CSV file, beside those of DuckDB on the same file in the same run.</summary>
internal static class ReadingCommand
{
    private const double MostTimes = 1.5;

    public static Command Create(Streams streams)
    {
        Option<int> rows = CountOption.Create("--rows", "Rows of the file, which has ten columns.", 1_000_000, least: 10);
        Option<int> repeats = CountOption.Create("--repeats", "Timed runs of each; their median counts.", 7, least: 1);
        Command command = new("reading", "Seconds of reading a CSV file into a frame, and of DuckDB into a table.") { rows, repeats };
        command.SetAction(parsed => Run(streams, parsed.GetValue(rows), parsed.GetValue(repeats)));
        return command;
    }

    private static int Run(Streams streams, int rows, int repeats)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        try
        {
            CsvFile.Write(path, rows);
            streams.Output.WriteLine(FormattableString.Invariant(
                $"{Machine.Describe(null)}; {rows:N0} rows, 10 columns, {new FileInfo(path).Length / 1e6:0.0} MB; medians of {repeats}.\n"));
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();

            // One after the other, so that another load on the machine meets both.
            var own = new double[repeats];
            var duck = new double[repeats];
            for (int run = 0; run < repeats; run++)
            {
                own[run] = Timing.Seconds<DataFrame>(() => () => Read(path, rows), run == 0 ? 2 : 0, 1)[0];
                duck[run] = Timing.Seconds<long>(() => () => Load(connection, path, rows), run == 0 ? 1 : 0, 1)[0];
            }

            double times = Timing.Median(own) / Timing.Median(duck);
            streams.Output.WriteLine(FormattableString.Invariant($"SurvivalData.ReadCsv   {Timing.Median(own),7:0.000} s"));
            streams.Output.WriteLine(FormattableString.Invariant($"DuckDB, read_csv       {Timing.Median(duck),7:0.000} s"));
            streams.Output.WriteLine(FormattableString.Invariant(
                $"\n{times:0.00} times as long, at most {MostTimes:0.0}: {(times <= MostTimes ? "met" : "NOT met")}"));
            return times <= MostTimes ? ExitCodes.Done : ExitCodes.Differences;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static DataFrame Read(string path, int rows)
    {
        DataFrame frame = SurvivalData.ReadCsv(path);
        return frame.Rows.Count == rows && frame.Columns.Count == 10
            ? frame
            : throw new BenchmarkException($"{path}: {frame.Rows.Count} rows were read; {rows} were expected.");
    }

    private static long Load(DuckDBConnection connection, string path, int rows)
    {
        using DuckDBCommand command = connection.CreateCommand();
        string quoted = path.Replace("'", "''", StringComparison.Ordinal);
        command.CommandText = $"create or replace table loaded as select * from read_csv('{quoted}')";
        command.ExecuteNonQuery();
        command.CommandText = "select count(*) from loaded";
        return command.ExecuteScalar() is long count && count == rows
            ? count
            : throw new BenchmarkException($"{path}: DuckDB did not read {rows} rows.");
    }
}
