using System.CommandLine;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary><c>survkit audit STUDY.json</c>: every claim of a study file, its verdict and its witness.</summary>
internal static class AuditCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> study = new("STUDY.json") { Description = "The study file, or a folder that holds one." };
        Option<string?> cohort = new("--cohort")
        {
            Description =
                "A synthetic cohort that is asked where print does not determine a number: its cohort.csv, or the folder that holds it.",
            HelpName = "FILE",
        };
        Option<bool> noCohort = new("--no-cohort") { Description = "Asks no cohort: the printed numbers only. This is the default." };
        var verdict = new ChoiceOption<Verdict>(
            "--verdict", "Shows the claims with this verdict only.", null,
            [.. Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.Differs).Select(verdict => (verdict.ToName(), verdict))]);
        Option<string?> report = new("--report")
        {
            Description = "Writes a page with the findings and the printed tables, each number with its verdict.",
            HelpName = "R.html",
        };
        var command = new Command(
            "audit",
            "Tries every printed number of a study against the others. The exit code is 0 whatever the verdicts are; 1: nothing could be read.")
        {
            study, cohort, noCohort, verdict, report,
        };
        command.Validators.Add(result =>
        {
            if (result.IsOn(noCohort) && result.WordOf(cohort) is { } file)
            {
                result.AddError($"--no-cohort and --cohort {file} were both given; one of them was expected.");
            }
        });
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit audit data-samples/ep-nec-2025/study.json",
            "survkit audit data-samples/ep-nec-2025/study.json --report audit.html",
            "survkit audit data-samples/ep-nec-2025 --cohort data-samples/ep-nec-2025/cohort.csv --json",
            "survkit audit data-samples/ep-nec-2025 --verdict rounding --format csv");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                Study read = Study.Load(parsed.GetRequiredValue(study));
                Cohort? asked = parsed.GetValue(cohort) is { } file ? Cohort.Load(read, file) : null;
                StudyAudit audit = StudyAudit.Run(read, asked);
                cancellation.ThrowIfCancellationRequested();
                using var staged = new StagedFiles();
                if (parsed.GetValue(report) is { } page)
                {
                    staged.Add(page, AuditPage.Render(audit));
                }

                output.Write(parsed, verdict.Choice(parsed) is { } only ? audit.Only(only) : audit, staged);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
