using System.CommandLine;
using System.Globalization;
using System.Text;
using CSharpNotebook.Linting;

namespace SurvivalKit.Cli;

/// <summary><c>survkit notebook lint FILE...</c>: finds what prevents notebooks from giving the same result again; runs nothing.</summary>
internal static class NotebookLintCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string[]> files = NotebookFiles.Argument();
        Option<string[]> ignored = new("--ignore")
        {
            Description = $"A rule that does not count; may be given several times. The rules: {string.Join(", ", LintRules.All)}.",
            HelpName = "RULE"
        };
        ignored.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !LintRules.All.Contains(token.Value)) is { } unknown)
            {
                result.AddError($"--ignore {unknown.Value}: one of {string.Join(", ", LintRules.All)} was expected.");
            }
        });
        Option<bool> json = new("--json") { Description = "Prints the findings as JSON." };
        Option<string?> output =
            new("--out", "-o") { Description = "Writes the findings to this file instead of printing.", HelpName = "FILE" };
        var command = new Command(
            "lint",
            "Finds unpinned packages, cells run out of order, paths of one machine and the like. Runs nothing. Exit code 2: something was found.")
        {
            files, ignored, json, output,
        };
        command.WithExamples(
            "survkit notebook lint \"notebooks/**/*.ipynb\"", "survkit notebook lint analysis.ipynb --ignore not-run --json");
        command.SetAction(parsed =>
        {
            string[] exceptions = parsed.GetValue(ignored) ?? [];
            NotebookSet set = NotebookSet.Read(NotebookFiles.Find(parsed.GetValue(files)!), streams);
            (string File, LintFinding[] Findings)[] found =
            [
                .. set.Readable.Select(one =>
                    (one.File, NotebookLint.CheckFile(one.File).Where(finding => !exceptions.Contains(finding.Rule)).ToArray())),
            ];
            NotebookBatch.Print(
                parsed.GetValue(json) ? JsonText.Serialize(ToJson(found)) + "\n" : ToText(found), parsed.GetValue(output), streams);
            return set.ExitCode(found.Any(pair => pair.Findings.Length > 0) ? ExitCodes.Differences : ExitCodes.Done);
        });
        return command;
    }

    private static string ToText((string File, LintFinding[] Findings)[] found)
    {
        var text = new StringBuilder();
        foreach ((string file, LintFinding[] findings) in found)
        {
            foreach (LintFinding finding in findings)
            {
                text.Append(CultureInfo.InvariantCulture, $"{file}: {finding}\n");
            }
        }

        int count = found.Sum(pair => pair.Findings.Length);
        return text.Append(
            CultureInfo.InvariantCulture,
            $"{NumberText.Count(found.Length, "notebook")}, {(count == 0 ? "no finding" : NumberText.Count(count, "finding"))}\n").ToString();
    }

    private static object ToJson((string File, LintFinding[] Findings)[] found) => new
    {
        findings = found.SelectMany(pair => pair.Findings.Select(finding => new
        {
            notebook = pair.File,
            cell = finding.CellNumber,
            line = finding.Line,
            rule = finding.Rule,
            message = finding.Message,
        })),
    };
}
