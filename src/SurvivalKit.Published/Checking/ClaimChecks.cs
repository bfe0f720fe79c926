using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>The checks of many claims, in the order of the study file; immutable.</summary>
public sealed class ClaimChecks : IReadOnlyList<ClaimCheck>, IResult
{
    /// <summary>The media type of <see cref="ToJson"/> as a notebook output.</summary>
    public const string MediaType = "application/vnd.survivalkit.checks+json";

    private readonly ImmutableArray<ClaimCheck> _checks;

    /// <summary>Makes a collection; for a claim that is checked twice, the less favourable verdict is kept.</summary>
    /// <param name="study">The study whose claims they are.</param>
    /// <param name="checks">The checks, in any order.</param>
    public ClaimChecks(Study study, params IEnumerable<ClaimCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(study);
        Study = study;
        Dictionary<string, ClaimCheck> byId = new(StringComparer.Ordinal);
        foreach (ClaimCheck check in checks)
        {
            if (!byId.TryGetValue(check.Claim.Id, out ClaimCheck? other) || Rank(check.Judgement.Verdict) > Rank(other.Judgement.Verdict))
            {
                byId[check.Claim.Id] = check;
            }
        }

        _checks = [.. study.Claims.Select(claim => byId.GetValueOrDefault(claim.Id)).OfType<ClaimCheck>()];
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <inheritdoc/>
    public int Count => _checks.Length;

    /// <inheritdoc/>
    public ClaimCheck this[int index] => _checks[index];

    /// <summary>The check of a claim.</summary>
    /// <param name="id">The claim's id.</param>
    /// <exception cref="SurvivalDataException">The study has no such claim, or it was not checked.</exception>
    public ClaimCheck this[string id] => Find(Study[id].Id)
        ?? throw new SurvivalDataException($"The claim \"{id}\" is not among the {Count} that were checked.");

    /// <summary>Reads checks from their JSON form.</summary>
    /// <param name="study">The study whose claims they are.</param>
    /// <param name="json">The output of <see cref="ToJson"/>.</param>
    /// <exception cref="StudyFileException">The text is no such JSON, is of another study, or names a claim that the
    /// study does not have.</exception>
    public static ClaimChecks Parse(Study study, string json) => ClaimChecksJson.Parse(study, json);

    /// <summary>The check of a claim; <see langword="null"/>: it was not checked.</summary>
    /// <param name="id">The claim's id.</param>
    public ClaimCheck? Find(string id) => _checks.FirstOrDefault(check => check.Claim.Id == id);

    /// <summary>How many claims have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int CountOf(Verdict verdict) => _checks.Count(check => check.Judgement.Verdict == verdict);

    /// <summary>The verdicts that occur with how often they do, in the order of <see cref="Verdict"/>.</summary>
    public ImmutableArray<KeyValuePair<Verdict, int>> Counts() => VerdictCounts.Count(_checks.Select(check => check.Judgement));

    /// <summary>The checks of one place, for example <c>table2</c>.</summary>
    /// <param name="place">The place.</param>
    public ClaimChecks Of(string place) => new(Study, _checks.Where(check => check.Claim.Place == place));

    /// <summary>The checks with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public ClaimChecks Of(Verdict verdict) => new(Study, _checks.Where(check => check.Judgement.Verdict == verdict));

    /// <summary>The checks of the rows that begin with a text: <c>OS univariate</c> gives <c>OS univariate &gt; NLR &gt; 3</c> and similar
    /// rows.</summary>
    /// <param name="start">The beginning of the rows.</param>
    public ClaimChecks OfRows(string start) =>
        new(Study, _checks.Where(check => check.Claim.Row?.StartsWith(start, StringComparison.Ordinal) == true));

    /// <summary>These checks and others of the same study.</summary>
    /// <param name="others">The other checks; none of a claim that is among these.</param>
    public ClaimChecks And(ClaimChecks others) => new(Study, _checks.Concat(others));

    /// <summary>A frame with a row a claim: id, name, place, row, column, aspect, printed, computed, verdict, sentence.</summary>
    public DataFrame ToDataFrame() => new(
        Text("id", check => check.Claim.Id),
        Text("name", check => Study.NameOf(check.Claim)),
        Text("place", check => check.Claim.Place),
        Text("row", check => check.Claim.Row),
        Text("column", check => check.Claim.Column),
        Text("aspect", check => check.Claim.Aspect),
        Text("printed", check => check.Claim.Printed),
        new DoubleDataFrameColumn("computed", _checks.Select(check => check.Judgement.Computed)),
        Text("verdict", check => check.Judgement.Verdict.ToName()),
        Text("sentence", check => check.Judgement.Sentence));

    /// <summary>The record as JSON, which <see cref="Parse"/> reads.</summary>
    public string ToJson() => ToRecord().ToJson();

    /// <summary>The counts in a line, and a row for each claim that does not simply match.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        ClaimCheck[] notable = [.. _checks.Where(IsNotable)];
        return notable.Length == 0
            ? [TableModel.Sentence(Summary)]
            :
            [
                new(
                    "",
                    [
                        new("claim", TableAlignment.Left),
                        new("printed"),
                        new("computed"),
                        new("verdict", TableAlignment.Left),
                        new("in words", TableAlignment.Left) { IsProse = true },
                    ],
                    notable.Select(check => new TableRow(
                    [
                        Study.NameOf(check.Claim),
                        check.Claim.Printed,
                        TableCell.Number(check.Judgement.Computed, NumberKind.Computed, ""),
                        check.Judgement.Verdict.ToName(),
                        check.Judgement.Sentence,
                    ])))
                {
                    Lead = [Summary],
                },
            ];
    }

    /// <summary>study, summary (verdict: count) and claims (id, name, printed, computed, verdict, sentence).</summary>
    public ResultRecord ToRecord() => new()
    {
        ["study"] = Study.Id,
        ["summary"] = VerdictCounts.RecordOf(Counts()),
        ["claims"] = _checks.Select(check => new ResultRecord
        {
            ["id"] = check.Claim.Id,
            ["name"] = Study.NameOf(check.Claim),
            ["printed"] = check.Claim.Printed,
            ["computed"] = check.Judgement.Computed,
            ["verdict"] = check.Judgement.Verdict.ToName(),
            ["sentence"] = check.Judgement.Sentence,
        }),
    };

    /// <summary>The counts in a line: <c>Of 455 claims: 430 matches-cohort, 25 differs.</c></summary>
    public string Summary => FormattableString.Invariant($"Of {NumberText.Count(Count, "claim")}: {VerdictCounts.Words(Counts())}.");

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<ClaimCheck> GetEnumerator() => ((IEnumerable<ClaimCheck>)_checks).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A number that other printed numbers give and the cohort does not is shown too.
    private static bool IsNotable(ClaimCheck check) => check.Judgement.Verdict switch
    {
        Verdict.MatchesCohort or Verdict.NotCheckable => false,
        Verdict.Recomputed => check is { Claim.Relation: ClaimRelation.Equal, Judgement.Computed: { } computed }
            && Rounding.RuleThatPrints(computed, (decimal)check.Claim.Value, check.Claim.Decimals) is null,
        _ => true,
    };

    private StringDataFrameColumn Text(string name, Func<ClaimCheck, string?> value) => new(name, _checks.Select(value));

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.NotCheckable => 0,
        Verdict.MatchesCohort or Verdict.Recomputed => 1,
        Verdict.Rounding => 2,
        Verdict.Differs => 3,
        Verdict.Unreachable => 4,
        _ => 5,
    };
}
