using System.CommandLine;
using System.CommandLine.Parsing;
using SurvivalKit.Documents;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--out</c>, <c>--json</c> and <c>--format</c> of a command, and what they do with its report.</summary>
internal sealed class OutputOptions
{
    private const string WordEnding = ".docx";

    private readonly CliStreams _streams;
    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Writes to this file instead of printing; a name that ends in .docx makes a Word document.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = new("--json") { Description = "The same as --format json." };
    private readonly ChoiceOption<Form> _format = new(
        "--format",
        "What is written (csv: plain columns with all digits; docx: a Word document, with the figure where one is drawn).",
        "text",
        ("text", new(ResultFormat.Text)),
        ("json", new(ResultFormat.Json)),
        ("csv", new(ResultFormat.Csv)),
        ("markdown", new(ResultFormat.Markdown)),
        ("html", new(ResultFormat.Html)),
        ("latex", new(ResultFormat.Latex)),
        ("docx", Form.Word));

    private OutputOptions(CliStreams streams) => _streams = streams;

    /// <summary>Adds the options to a command.</summary>
    public static OutputOptions AddTo(Command command, CliStreams streams)
    {
        var options = new OutputOptions(streams);
        command.Add(options._format);
        command.Add(options._json);
        command.Add(options._out);
        command.Validators.Add(options.Check);
        return options;
    }

    /// <summary>Prints a result, or writes it to the file that was requested, together with other files of the command.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="result">The result.</param>
    /// <param name="others">The other files.</param>
    /// <param name="figure">The figure that was drawn, which a document shows below the tables; <see langword="null"/>: none.</param>
    /// <param name="text">Writes the result in a format of text; <see langword="null"/>: as every result is written.</param>
    public void Write(
        ParseResult parsed, IResult result, StagedFiles? others = null, Figure? figure = null, Func<ResultFormat, string>? text = null)
    {
        using var own = new StagedFiles();
        StagedFiles files = others ?? own;
        string? path = parsed.GetValue(_out);
        if (FormOf(parsed, path).Text is not { } format)
        {
            files.Add(path!, Document(result, figure));
            files.Commit();
            return;
        }

        string output = (text is null ? result.Write(format) : text(format)).TrimEnd('\n') + "\n";
        if (path is not null)
        {
            files.Add(path, output);
            files.Commit();
        }
        else
        {
            files.Commit();
            _streams.Output.Write(output);
        }
    }

    private static byte[] Document(IResult result, Figure? figure)
    {
        WordReport report = new WordReport().Add(result);
        return (figure is null
            ? report
            : report.Add(new WordPicture(figure.ToPng())
            {
                Caption = figure.Title,
                Description = figure.Description,
                Svg = figure.ToSvg(),
            })).ToBytes();
    }

    private Form FormOf(ParseResult parsed, string? path) => parsed.GetValue(_json) ? new(ResultFormat.Json)
        : IsWord(path) ? Form.Word
        : _format.Choice(parsed)!.Value;

    private static bool IsWord(string? path) => path?.EndsWith(WordEnding, StringComparison.OrdinalIgnoreCase) == true;

    private void Check(CommandResult result)
    {
        string? format = result.GetResult(_format) is { Implicit: false, Tokens: [{ Value: var word }] } ? word.ToLowerInvariant() : null;
        string? path = result.WordOf(_out);
        bool json = result.IsOn(_json);
        if (json && format is not (null or "json"))
        {
            result.AddError($"--json and --format {format} were both given; one of them was expected.");
        }
        else if (format == "docx" && path is null)
        {
            result.AddError("--format docx was given without --out; the name of the Word document was expected, as --out report.docx.");
        }
        else if (IsWord(path) && (json || format is not (null or "docx")))
        {
            string other = json ? "--json" : $"--format {format}";
            result.AddError($"--out {path} and {other} were both given; a name with another ending than {WordEnding} was expected.");
        }
    }

    /// <summary>What is written: a format of text, or a Word document.</summary>
    /// <param name="Text">The format; <see langword="null"/>: a Word document.</param>
    private readonly record struct Form(ResultFormat? Text)
    {
        public static Form Word => new(null);
    }
}
