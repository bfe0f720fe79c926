using System.CommandLine;
using SurvivalKit.Sources;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--timeout</c> and <c>--smallest-cell</c> of every command whose DATA may be a database.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<double?> _timeout = CliOptions.Number(
        "--timeout", "seconds", "The most seconds that one statement of a database may take; 0: no limit.", 600, Whole, "a whole number");

    private readonly Option<double?> _smallestCell = CliOptions.Number(
        "--smallest-cell",
        "n",
        "Refuses to take sums of fewer rows than this out of a database, so that no row can be read off them.",
        1,
        n => n >= 1 && Whole(n),
        "a whole number of 1 or more");

    private readonly Option<bool> _statements = new("--statements")
    {
        Description = "Writes each statement that a database answers to standard error, with the rows of its answer and its seconds.",
    };

    private DatabaseOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    public static DatabaseOptions AddTo(Command command)
    {
        var options = new DatabaseOptions();
        command.Add(options._timeout);
        command.Add(options._smallestCell);
        command.Add(options._statements);
        return options;
    }

    /// <summary>Opens the database of an address.</summary>
    public SqlSource Open(ParseResult parsed, string address) => SqlSource.Open(address, new SqlOptions
    {
        TimeoutSeconds = (int)parsed.GetValue(_timeout)!.Value,
        SmallestCell = (int)parsed.GetValue(_smallestCell)!.Value,
        Ran = parsed.GetValue(_statements) ? run => Tell(parsed, run) : null,
    });

    private static void Tell(ParseResult parsed, SqlRun run) => parsed.InvocationConfiguration.Error.WriteLine(
        FormattableString.Invariant($"-- {run.Seconds:0.000} s, {NumberText.Count(run.Rows, "row")}\n{run.Text};"));

    private static bool Whole(double value) => value is >= 0 and <= int.MaxValue && value == Math.Floor(value);
}
