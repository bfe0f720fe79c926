using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit check paper.md</c>: finds and checks the statistics of texts.</summary>
internal static class CheckCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string[]> files = new("FILE")
        {
            Description =
                "Texts - Markdown, HTML, JATS XML, Word (.docx), PDF or plain text in any encoding -, folders of such files, or - for standard input, which is also read where nothing is given and it is redirected.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> text = new("--text") { Description = "Checks this text instead of a file.", HelpName = "TEXT" };
        var only = new VerdictOption("--only", "Shows the findings with this verdict, or these with commas between them.");
        Option<bool> verbose = new("--verbose")
        {
            Description = "Shows every finding. Without it, those that were recomputed or could not be checked are only counted."
        };
        Option<string?> report = new("--report")
        {
            Description = "Writes a page with the whole text, in which the findings are marked.",
            HelpName = "R.html",
        };
        Option<bool> fail = new("--fail") { Description = "Exit code 2 where something is inconsistent; 0 otherwise." };
        var command = new Command(
            "check", "Finds the statistics in running text and in tables, and says of each whether it follows from the numbers beside it.")
        {
            files, text, only, verbose, report, fail,
        };
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.Validators.Add(result =>
        {
            if (result.GetResult(files) is { Tokens: [{ Value: var given }, ..] } && result.GetResult(text) is not null)
            {
                result.AddError($"the file {given} and --text were both given; one of them was expected.");
            }
        });
        command.WithExamples(
            "survkit check paper.pdf",
            "survkit check --text \"HR 2.58, 95% CI 1.39-4.72, P=.002\"",
            "survkit check paper.xml --report findings.html",
            "survkit check papers/ --only inconsistent --fail",
            "survkit check paper.docx --json --out findings.json");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                CheckedSource[] sources = TextSources.Check(parsed.GetValue(files) ?? [], parsed.GetValue(text), streams, cancellation);
                TextFindings all = CheckedSource.Findings(sources);
                TextFindings shown = only.Choose(parsed, all);
                using var staged = new StagedFiles();
                if (parsed.GetValue(report) is { } page)
                {
                    staged.Add(page, CheckPage.Render(sources));
                }

                output.Write(parsed, shown.ByGravity(), staged, text: wanted => wanted switch
                {
                    ResultFormat.Text => new CheckListing(sources, all, shown, streams.Width)
                    {
                        IsComplete = parsed.GetValue(verbose) || only.IsGiven(parsed),
                    }.Write(),
                    ResultFormat.Json => Record(sources, all, shown).ToJson(),
                    ResultFormat.Csv => shown.ToCsv(),
                    var format => shown.ByGravity().Write(format),
                });
                streams.Warn(sources.SelectMany(source => source.Cautions));
                return parsed.GetValue(fail) && all.CountOf(Verdict.Inconsistent) > 0 ? ExitCodes.Differences : ExitCodes.Done;
            },
            cancellation));
        return command;
    }

    /// <summary>The findings that were asked for, the counts of all, the items of INSPECT-SR, and what of the files was not read.</summary>
    private static ResultRecord Record(CheckedSource[] sources, TextFindings all, TextFindings shown)
    {
        ResultRecord record = shown.ToRecord();
        record["summary"] = all.ToRecord()["summary"];
        record["integrity"] = IntegritySection.Records(sources);
        record["notRead"] = sources.SelectMany(source => source.Cautions);
        return record;
    }
}
