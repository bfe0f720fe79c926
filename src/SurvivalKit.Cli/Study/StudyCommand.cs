using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit study</c>: makes a study file from a paper, shows what it understands, and asks about the rest.</summary>
internal static class StudyCommand
{
    public static Command Create(CliStreams streams)
    {
        var command = new Command("study", "Makes a study file from a paper, shows what it understands, and asks about what it does not.")
        {
            StudyDraftCommand.Create(streams),
            StudyCheckCommand.Create(streams),
            StudyEditCommand.Create(streams),
        };
        command.WithExamples(
            "survkit study draft paper.md > study.json",
            "survkit study check study.json",
            "survkit study edit study.json",
            "survkit audit study.json");
        return command;
    }
}
