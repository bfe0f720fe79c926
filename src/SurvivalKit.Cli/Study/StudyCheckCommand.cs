using System.CommandLine;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary><c>survkit study check STUDY.json</c>: what a study file understands of each printed table, and what is open.</summary>
internal static class StudyCheckCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> study = new("STUDY.json") { Description = "The study file, or a folder that holds one." };
        Option<bool> fail = new("--fail") { Description = "Exit code 2 where something is open; 0 otherwise." };
        var command = new Command(
            "check", "Shows each printed table with what was understood of each cell, how its rows are measured, and what is open.")
        {
            study, fail,
        };
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit study check study.json",
            "survkit study check data-samples/ep-nec-2025 --format markdown --out understood.md",
            "survkit study check study.json --fail --json");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                Study read = Study.Load(parsed.GetRequiredValue(study));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, new StudyReview(read));
                return parsed.GetValue(fail) && !read.Remarks.IsEmpty ? ExitCodes.Differences : ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
