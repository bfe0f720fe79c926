using System.CommandLine;
using System.Diagnostics;
using DuckDB.NET.Data;
using SurvivalKit.Sources;

namespace SurvivalKit.Benchmarks;

/// <summary><c>pushdown</c>: the seconds of a Cox fit over a Parquet file by the embedded database, and the memory of the
/// process.</summary>
internal static class PushdownCommand
{
    private const string Formula = "Surv(time, status) ~ x1 + x2 + x3 + x4 + x5";

    public static Command Create(Streams streams)
    {
        Option<int> rows = CountOption.Create(
            "--rows", "Rows of the file, which has five covariates and 3,650 distinct times.", 10_000_000, least: 1000);
        Option<string?> file = new("--file") { Description = "Where the file is kept; default: nowhere.", HelpName = "FILE" };
        Command command = new(
            "pushdown", "Seconds of a Cox fit over a Parquet file by DuckDB, of which only sums by time are taken.") { rows, file };
        command.SetAction(parsed => Run(streams, parsed.GetValue(rows), parsed.GetValue(file)));
        return command;
    }

    private static int Run(Streams streams, int rows, string? file)
    {
        string path = file ?? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".parquet");
        try
        {
            if (!File.Exists(path))
            {
                Write(path, rows);
            }

            var clock = Stopwatch.StartNew();
            var statements = new List<SqlRun>();
            using SqlSource source = SqlSource.Open("duckdb:" + path, new SqlOptions { Ran = statements.Add });
            CoxFit fit = source.Cox(Formula);
            double seconds = clock.Elapsed.TotalSeconds;
            SqlRun[] passes = [.. statements.Where(IsPass)];
            double slowest = passes.Max(pass => pass.Seconds);
            using var process = Process.GetCurrentProcess();
            streams.Output.WriteLine(FormattableString.Invariant(
                $"{Machine.Describe(null)}; {fit.Observations:N0} rows, {new FileInfo(path).Length / 1e6:0} MB.\n"));
            streams.Output.WriteLine(FormattableString.Invariant($"whole fit                        {seconds,8:0.00} s"));
            streams.Output.WriteLine(FormattableString.Invariant(
                $"statements before the passes     {statements.Where(run => !IsPass(run)).Sum(run => run.Seconds),8:0.00} s"));
            streams.Output.WriteLine(FormattableString.Invariant($"passes over the rows             {passes.Length,8:0}"));
            streams.Output.WriteLine(FormattableString.Invariant($"the slowest                      {slowest,8:0.00} s"));
            streams.Output.WriteLine(FormattableString.Invariant(
                $"the slowest for each 1e8 rows    {slowest / fit.Observations * 1e8,8:0.00} s"));
            streams.Output.WriteLine(FormattableString.Invariant($"memory of the process            {process.PeakWorkingSet64 >> 20,8:N0} MB"));
            return ExitCodes.Done;
        }
        finally
        {
            if (file is null)
            {
                File.Delete(path);
            }
        }
    }

    // A statement that sums the risks: the likelihood's value, score and information come of it.
    private static bool IsPass(SqlRun run) => run.Text.Contains("SUM(r)", StringComparison.Ordinal);

    private static void Write(string path, int rows)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"""
            COPY (
                SELECT least(3650, 1 + floor(-ln(1 - u) * 1500 * exp(0.2 * x2 - 0.3 * x1))) AS time, CAST(v < 0.6 AS INTEGER) AS status, x1, x2, x3, x4, x5
                FROM (
                    SELECT random() AS u, random() AS v, 2 * random() - 1 AS x1, 2 * random() - 1 AS x2, 2 * random() - 1 AS x3,
                        CAST(random() < 0.5 AS DOUBLE) AS x4, CAST(random() < 0.3 AS DOUBLE) AS x5
                    FROM range({rows}))
            ) TO '{path.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT PARQUET)
            """);
        command.ExecuteNonQuery();
    }
}
