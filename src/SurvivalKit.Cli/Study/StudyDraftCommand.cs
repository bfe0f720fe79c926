using System.Collections.Immutable;
using System.CommandLine;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary><c>survkit study draft PAPER</c>: the study file of a paper, as far as its text says it.</summary>
internal static class StudyDraftCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> paper = new("PAPER")
        {
            Description = "The paper as Markdown, HTML, JATS XML, Word (.docx), PDF or plain text, or - for standard input.",
        };
        Option<string?> id = new("--id")
        {
            Description = "The short name of the study; without it, the name of the file.",
            HelpName = "NAME",
        };
        Option<string[]> arms = new("--arm")
        {
            Description = "An arm with its number of patients, once for each, the one that the others are compared with last; without it, those that the paper names.",
            HelpName = "NAME=N",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        Option<string?> output = new("--out", "-o") { Description = "Writes to this file instead of printing.", HelpName = "FILE" };
        var command = new Command(
            "draft", "Makes a study file from the tables and sentences of a paper, and lists in it what was not understood.")
        {
            paper, id, arms, output,
        };
        command.WithExamples(
            "survkit study draft paper.md > study.json",
            "survkit study draft paper.pdf --out study.json",
            "survkit study draft paper.xml --arm \"Bread=60\" --arm \"No bread=61\" --out study.json");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string name = parsed.GetRequiredValue(paper);
                ImmutableArray<StudyArm> given = ArmsOf(parsed.GetValue(arms) ?? []);
                (string text, IReadOnlyList<string> cautions) = Read(name, streams);
                cancellation.ThrowIfCancellationRequested();
                StudyDraft draft = Draft(name, text, new()
                {
                    Id = parsed.GetValue(id) ?? (name == "-" ? "study" : Path.GetFileNameWithoutExtension(name)),
                    Arms = given,
                });
                string file = draft.Study.ToStudyFile();
                if (parsed.GetValue(output) is { } path)
                {
                    using var staged = new StagedFiles();
                    staged.Add(path, file);
                    staged.Commit();
                }
                else
                {
                    streams.Output.Write(file);
                }

                streams.Warn(cautions);
                streams.Note(name, Said(draft));
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }

    private static string Said(StudyDraft draft)
    {
        string open = draft.Remarks.Length == 0 ? "nothing is open"
            : $"{NumberText.Count(draft.Remarks.Length, "remark")} on what was not understood";
        return $"{NumberText.Count(draft.Study.Claims.Length, "claim")}, {open}; survkit study check shows them";
    }

    private static (string Text, IReadOnlyList<string> Cautions) Read(string name, CliStreams streams)
    {
        if (name == "-")
        {
            using var all = new MemoryStream();
            streams.Input.CopyTo(all);
            return TextFormats.Read("standard input", all.ToArray());
        }

        return File.Exists(name)
            ? TextFormats.Read(name, File.ReadAllBytes(name))
            : throw new CommandException($"{name}: there is no such file.");
    }

    private static StudyDraft Draft(string name, string text, StudyDraftOptions options)
    {
        try
        {
            return StudyDraft.Read(text, options);
        }
        catch (SurvivalDataException e)
        {
            string more = options.Arms.IsEmpty && e.Message.Contains("arms", StringComparison.Ordinal) ? " --arm NAME=N names them." : "";
            throw new CommandException($"{(name == "-" ? "standard input" : name)}: {e.Message}{more}");
        }
    }

    private static ImmutableArray<StudyArm> ArmsOf(string[] words)
    {
        List<StudyArm> arms = [];
        foreach (string word in words)
        {
            int at = word.LastIndexOf('=');
            string name = at > 0 ? word[..at].Trim() : "";
            if (name.Length == 0 || NumberReader.Read(word[(at + 1)..]) is not { } n || n < 1 || n % 1 != 0 || n > 1e9
                || name is ColumnNames.All or ColumnNames.P || arms.Exists(arm => arm.Name == name))
            {
                throw new CommandException($"--arm {word}: a name that no other arm has, = and a whole number of patients were expected.");
            }

            arms.Add(new StudyArm(name, (int)n, false));
        }

        return arms.Count == 1 ? throw new CommandException("--arm was given once; two arms or more were expected.")
            : [.. arms.Select((arm, i) => arm with { IsReference = i == arms.Count - 1 })];
    }
}
