using System.CommandLine;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary><c>survkit study edit STUDY.json</c>: asks about what was not understood, and writes the study with the answers.</summary>
internal static class StudyEditCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> study = new("STUDY.json") { Description = "The study file, or a folder that holds one." };
        Option<string?> output = new("--out", "-o")
        {
            Description = "Writes to this file instead of the one that was read.",
            HelpName = "FILE"
        };
        var command = new Command(
            "edit", "Asks in the terminal about what was not understood, and only about that; the answers can also come from a file or a pipe.")
        {
            study, output,
        };
        command.WithExamples(
            "survkit study edit study.json",
            "survkit study edit study.json --out edited.json < answers.txt");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string given = parsed.GetRequiredValue(study);
                string file = Directory.Exists(given) ? Path.Combine(given, "study.json") : given;
                Study read = Study.Load(file);
                (Study edited, int answered) = Ask(read, streams, cancellation);
                string target = parsed.GetValue(output) ?? file;
                if (answered > 0 || target != file)
                {
                    using var staged = new StagedFiles();
                    staged.Add(target, edited.ToStudyFile());
                    staged.Commit();
                }

                streams.Output.WriteLine(
                    $"{NumberText.Count(answered, "answer")}; {(edited.Remarks.IsEmpty ? "nothing is" : NumberText.Count(edited.Remarks.Length, "remark") + " left")} open.");
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }

    /// <summary>Asks question by question, until there are no more, or no more answers. A wrong answer is asked again.</summary>
    private static (Study Study, int Answered) Ask(Study study, CliStreams streams, CancellationToken cancellation)
    {
        using var answers = new StreamReader(streams.Input, leaveOpen: true);
        int answered = 0;
        var questions = StudyQuestion.Of(study);
        for (int i = 0; i < questions.Length; i++)
        {
            StudyQuestion question = questions[i];
            Show(question, i + 1, questions.Length, streams.Output);
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                streams.Output.Write("> ");
                streams.Output.Flush();
                string? answer = answers.ReadLine();
                if (answer is null or "stop")
                {
                    streams.Output.WriteLine();
                    return (study, answered);
                }

                if (answer.Trim().Length == 0)
                {
                    break;
                }

                try
                {
                    study = question.Answer(study, answer);
                    answered++;
                    break;
                }
                catch (SurvivalDataException e)
                {
                    streams.Output.WriteLine(e.Message);
                }
            }
        }

        return (study, answered);
    }

    private static void Show(StudyQuestion question, int number, int of, TextWriter output)
    {
        StudyRemark remark = question.Remark;
        string where = string.Join(", ", new[] { remark.Place, remark.Row, remark.Column }.OfType<string>());
        string line = remark.Line is { } at ? FormattableString.Invariant($", line {at}") : "";
        output.WriteLine(FormattableString.Invariant($"{number} of {of}: {where}{line}"));
        output.WriteLine($"  printed: {remark.Printed}");
        output.WriteLine($"  {remark.Reason}");
        foreach ((string answer, string does) in question.Answers)
        {
            output.WriteLine($"  {answer}: {does}");
        }

        output.WriteLine("  an empty line: stays open; stop: ends");
    }
}
