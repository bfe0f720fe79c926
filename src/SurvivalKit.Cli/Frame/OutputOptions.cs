using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--out</c>, <c>--json</c> and <c>--format</c> of a command, and what they do with its report.</summary>
internal sealed class OutputOptions
{
    private readonly CliStreams _streams;
    private readonly Option<string?> _out =
        new("--out", "-o") { Description = "Writes to this file instead of printing.", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "The same as --format json." };
    private readonly ChoiceOption<ResultFormat> _format = new(
        "--format",
        "What is written (csv: plain columns with all digits).",
        "text",
        ("text", ResultFormat.Text),
        ("json", ResultFormat.Json),
        ("csv", ResultFormat.Csv),
        ("markdown", ResultFormat.Markdown),
        ("html", ResultFormat.Html),
        ("latex", ResultFormat.Latex));

    private OutputOptions(CliStreams streams) => _streams = streams;

    /// <summary>Adds the options to a command.</summary>
    public static OutputOptions AddTo(Command command, CliStreams streams)
    {
        var options = new OutputOptions(streams);
        command.Add(options._format);
        command.Add(options._json);
        command.Add(options._out);
        command.Validators.Add(result =>
        {
            if (result.IsOn(options._json)
                && result.GetResult(options._format) is { Implicit: false, Tokens: [{ Value: var format }] }
                && !format.Equals("json", StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"--json and --format {format} were both given; one of them was expected.");
            }
        });
        return options;
    }

    /// <summary>The format that was asked for.</summary>
    public ResultFormat Format(ParseResult parsed) => parsed.GetValue(_json) ? ResultFormat.Json : _format.Choice(parsed)!.Value;

    /// <summary>Prints a result, or writes it to the file that was requested, together with other files of the command.</summary>
    public void Write(ParseResult parsed, IResult result, StagedFiles? others = null) =>
        Write(parsed, result.Write(Format(parsed)), others);

    /// <summary>Prints a text, or writes it to the file that was requested, together with other files of the command.</summary>
    public void Write(ParseResult parsed, string output, StagedFiles? others = null)
    {
        string text = output.TrimEnd('\n') + "\n";
        using var own = new StagedFiles();
        StagedFiles files = others ?? own;
        if (parsed.GetValue(_out) is { } path)
        {
            files.Add(path, text);
            files.Commit();
        }
        else
        {
            files.Commit();
            _streams.Output.Write(text);
        }
    }
}
