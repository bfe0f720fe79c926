using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace SurvivalKit.Benchmarks;

/// <summary><c>peers</c>: our calls against R's on the same data in the same run.</summary>
internal static class PeersCommand
{
    private const string WithoutR =
        "R was not found, so its columns are empty: install R and its package survival (Debian: apt-get install r-base-core r-cran-survival; elsewhere: install.packages(\"survival\")) and put Rscript on the path.";

    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n" };

    public static Command Create(Streams streams)
    {
        Option<int> rows = CountOption.Create("--rows", "Rows of the data set.", 1_000_000, least: 100);
        Option<int> repeats = CountOption.Create("--repeats", "Timed runs of each call; their median counts.", 5, least: 1);
        Option<string> only = new("--only")
        {
            Description = "Only the rows of the table whose name contains this.",
            HelpName = "TEXT",
            DefaultValueFactory = _ => ""
        };
        Option<bool> json =
            new("--json") { Description = "Writes [{name, rows, ours, r, ratio, agree}], in seconds; null where there is no R." };
        Option<bool> markdown = new("--markdown") { Description = "Writes the table in Markdown, as it stands in the README." };
        Command command = new(
            "peers",
            "Times our calls and R's on the same data, and checks that the results agree to a relative 1e-8.") { rows, repeats, only, json, markdown };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(streams, parsed.GetValue(rows), parsed.GetValue(
            repeats), parsed.GetValue(only)!, Format(parsed.GetValue(json), parsed.GetValue(markdown)), cancellation), cancellation));
        return command;
    }

    private static PeerFormat Format(bool json, bool markdown) => json ? PeerFormat.Json : markdown ? PeerFormat.Markdown : PeerFormat.Text;

    private static int Run(Streams streams, int rows, int repeats, string only, PeerFormat format, CancellationToken cancellation)
    {
        IReadOnlyList<PeerCase> cases = PeerCases.Named(only);
        if (cases.Count == 0)
        {
            throw new BenchmarkException(
                $"there is no row with \"{only}\" in its name; there are {string.Join("; ", PeerCases.All.Select(row => row.Name))}.");
        }

        using RSession? session = RSession.TryStart();
        if (session is null)
        {
            streams.Error.WriteLine(WithoutR);
        }

        string made = string.Create(CultureInfo.InvariantCulture, $"{Machine.Describe(session)}; medians of {repeats}.");
        if (format == PeerFormat.Text)
        {
            streams.Output.WriteLine($"{made}\n\n{PeerTable.Head}");
        }

        var run = new PeerRun(rows, repeats, streams.Say, streams.Error.WriteLine);
        var done = new List<PeerRow>();
        foreach (PeerRow row in run.Run(cases, session, cancellation))
        {
            done.Add(row);
            if (format == PeerFormat.Text)
            {
                streams.Output.WriteLine(PeerTable.Line(row));
            }
        }

        if (format != PeerFormat.Text)
        {
            streams.Output.WriteLine(
                format == PeerFormat.Json ? JsonSerializer.Serialize(done, Json) : PeerTable.Markdown(done, made).TrimEnd());
        }

        return done.Exists(row => row.Agree == false) ? ExitCodes.Differences : ExitCodes.Done;
    }
}
