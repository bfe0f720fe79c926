using System.CommandLine;
using Microsoft.Data.Analysis;
using SurvivalKit.Sources;

namespace SurvivalKit.Cli;

/// <summary>The option <c>--out</c> of a command that makes rows: by default CSV with all digits, which every command reads.</summary>
internal sealed class ShapedRowsOutput
{
    private readonly CliStreams _streams;
    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Writes the rows to this file instead of printing them: by its ending .tsv, .parquet, .arrow, "
            + ".feather, .xpt, each also with .gz, else CSV.",
        HelpName = "FILE",
    };

    private ShapedRowsOutput(CliStreams streams) => _streams = streams;

    /// <summary>Adds the option to a command.</summary>
    public static ShapedRowsOutput AddTo(Command command, CliStreams streams)
    {
        var output = new ShapedRowsOutput(streams);
        command.Add(output._out);
        return output;
    }

    /// <summary>Writes rows as CSV, and what there is to tell of them on standard error.</summary>
    public void Write(ParseResult parsed, DataFrame rows, string data, IEnumerable<string> notes)
    {
        if (parsed.GetValue(_out) is { } path)
        {
            // A name without an ending of a data file is CSV, as what is printed is.
            using var content = new MemoryStream();
            DataFile.Write(rows, content, DataFile.IsKnown(path) ? path : path + ".csv");
            using var files = new StagedFiles();
            files.Add(path, content.ToArray());
            files.Commit();
        }
        else
        {
            _streams.Output.Write(new FramePreview(rows).ToCsv() + "\n");
        }

        foreach (string note in notes)
        {
            _streams.Note(data, note);
        }
    }
}
