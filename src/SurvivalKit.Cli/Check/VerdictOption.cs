using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>An option that takes verdicts, and <c>unread</c> for what could not be read.</summary>
internal sealed class VerdictOption : Option<string[]>
{
    private const string Unread = "unread";

    private static readonly string[] Words =
    [
        .. Enum.GetValues<Verdict>().Where(verdict => verdict is not (Verdict.MatchesCohort or Verdict.Differs or Verdict.Unreachable))
            .Select(verdict => verdict.ToName()),
        Unread,
    ];

    public VerdictOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = string.Join("|", Words);
        Arity = ArgumentArity.OneOrMore;
        CompletionSources.Add(Words);
        Validators.Add(result =>
        {
            foreach (string word in result.Tokens.SelectMany(token => Split(token.Value)).Where(word => !Words.Contains(word)))
            {
                result.AddError($"{name} {word}: one of {string.Join(", ", Words)} was expected.");
            }
        });
    }

    /// <summary>Whether verdicts were chosen.</summary>
    public bool IsGiven(ParseResult parsed) => Chosen(parsed).Count > 0;

    /// <summary>The findings with the chosen verdicts; all where none was chosen.</summary>
    public TextFindings Choose(ParseResult parsed, TextFindings findings)
    {
        HashSet<string> chosen = Chosen(parsed);
        return chosen.Count == 0 ? findings : new TextFindings(findings.Where(finding =>
            chosen.Contains(finding.Judgement.Verdict.ToName())
            || (finding.Kind == TextStatisticKind.Unread && chosen.Contains(Unread))));
    }

    private HashSet<string> Chosen(ParseResult parsed) =>
        [.. (parsed.GetValue(this) ?? []).SelectMany(Split)];

    private static IEnumerable<string> Split(string words) =>
        words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant());
}
