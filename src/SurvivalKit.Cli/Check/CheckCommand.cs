using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit check paper.md</c>: finds and checks the statistics of a text.</summary>
internal static class CheckCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string?> file = new("FILE")
        {
            Description =
                "A text - Markdown, HTML or plain, in any encoding -, or - for standard input, which is also read where nothing is given and it is redirected.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> text = new("--text") { Description = "Checks this text instead of a file.", HelpName = "TEXT" };
        var command = new Command(
            "check", "Finds the statistics in running text and in tables, and says of each whether it follows from the numbers beside it.")
        {
            file, text,
        };
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.Validators.Add(result =>
        {
            if (result.WordOf(file) is { } given && result.GetResult(text) is not null)
            {
                result.AddError($"the file {given} and --text were both given; one of them was expected.");
            }
        });
        command.WithExamples(
            "survkit check paper.md",
            "survkit check --text \"HR 2.58, 95% CI 1.39-4.72, P=.002\"",
            "survkit check paper.html --json --out findings.json",
            "pdftotext -layout paper.pdf - | survkit check -");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetValue(text) ?? TextSource.Read(parsed.GetValue(file), streams);
                TextFindings findings = PrintedText.Check(source);
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, findings);
                return findings.CountOf(Verdict.Inconsistent) > 0 ? ExitCodes.Differences : ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
