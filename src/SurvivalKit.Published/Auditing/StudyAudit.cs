using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>Every printed number of a study checked against everything else that the study prints, each with its verdict;
/// immutable.</summary>
/// <example><code>
/// StudyAudit audit = StudyAudit.Run(Study.Load("data-samples/ep-nec-2025"));
/// Console.WriteLine(audit);
/// </code></example>
public sealed class StudyAudit : IResult
{
    /// <summary>The media type of the record's JSON as a notebook output.</summary>
    public const string MediaType = "application/vnd.survivalkit.audit+json";

    private readonly ImmutableDictionary<string, AuditedClaim> _byId;

    private StudyAudit(Study study, bool hasCohort, ImmutableArray<AuditedClaim> claims)
    {
        (Study, HasCohort, Claims) = (study, hasCohort, claims);
        _byId = claims.ToImmutableDictionary(claim => claim.Claim.Id, StringComparer.Ordinal);
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>Whether a cohort was also used.</summary>
    public bool HasCohort { get; }

    /// <summary>Every claim with its verdict, in the order of the study file.</summary>
    public ImmutableArray<AuditedClaim> Claims { get; }

    /// <summary>The ids of the claims that are inconsistent with other printed numbers, in the order of the study file.</summary>
    public ImmutableArray<string> Inconsistent => [.. Of(Verdict.Inconsistent).Select(claim => claim.Claim.Id)];

    /// <summary>The claims that contradict other printed numbers, the gravest first: by what they touch, then by how far they are
    /// off.</summary>
    public ImmutableArray<Contradiction> Contradictions => Published.Contradictions.Rank(this);

    /// <summary>How many printed numbers contradict others and which is the gravest, in a sentence.</summary>
    public string Headline => Published.Contradictions.Headline(this, Contradictions);

    /// <summary>The audited claim of an id.</summary>
    /// <param name="id">For example <c>table2/Best response &gt; PD/All#n</c>.</param>
    /// <exception cref="SurvivalDataException">The study has no such claim; the message names the nearest id.</exception>
    public AuditedClaim this[string id] => _byId[Study[id].Id];

    /// <summary>Audits a study. Numbers are compared as intervals of all values printed so: rounded half up, half to even, or
    /// truncated.</summary>
    /// <param name="study">The study.</param>
    /// <param name="cohort">A cohort that is used where the printed numbers do not determine each other; <see langword="null"/>: none,
    /// and no patient data are used.</param>
    /// <returns>A verdict and a sentence for every claim; <see cref="Verdict.Differs"/> is never among them.</returns>
    public static StudyAudit Run(Study study, Cohort? cohort = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        var index = new AuditIndex(study);
        ILookup<string, AuditFinding> findings =
            AuditChecks.All.SelectMany(check => check.Try(index)).ToLookup(finding => finding.Claim.Id, StringComparer.Ordinal);
        Dictionary<string, AuditFinding>? cohortFindings = cohort is null ? null : CohortFindings.Compare(study, cohort);
        Dictionary<string, AuditedClaim> decided = study.Claims.ToDictionary(
            claim => claim.Id, claim =>
                VerdictRanking.Decide(claim, [.. findings[claim.Id]], cohortFindings?.GetValueOrDefault(claim.Id)), StringComparer.Ordinal);
        return new(study, cohort is not null, [.. study.Claims.Select(claim => Repetition(study, decided[claim.Id], decided))]);
    }

    /// <summary>The claims with a verdict, in the order of the study file.</summary>
    /// <param name="verdict">The verdict.</param>
    public ImmutableArray<AuditedClaim> Of(Verdict verdict) => [.. Claims.Where(claim => claim.Judgement.Verdict == verdict)];

    /// <summary>The verdicts that occur with how often they do, in the order of <see cref="Verdict"/>.</summary>
    public ImmutableArray<KeyValuePair<Verdict, int>> Counts() => VerdictCounts.Count(Claims.Select(claim => claim.Judgement));

    /// <summary>The claims with a verdict, as a separate result.</summary>
    /// <param name="verdict">The verdict.</param>
    public AuditedClaims Only(Verdict verdict) => new(this, verdict);

    /// <summary>What a cohort gives for claims, with the verdicts of this audit: a number has one verdict wherever it is shown.</summary>
    /// <param name="checks">The comparisons with the cohort.</param>
    /// <returns>The same comparisons; the sentence of an inconsistent number also says what contradicts it.</returns>
    /// <exception cref="SurvivalDataException">The checks are of another study.</exception>
    public ClaimChecks Judge(ClaimChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        return checks.Study.Id == Study.Id
            ? new(Study, checks.Select(
                check => check with { Judgement = Final(check.Judgement, this[check.Claim.Id].Judgement) }))
            : throw new SurvivalDataException($"The checks are of the study {checks.Study.Id}; {Study.Id} was expected.");
    }

    /// <summary>How many claims have each verdict, and the claims that are neither recomputed nor given by the cohort,
    /// with the arithmetic.</summary>
    public ImmutableArray<TableModel> ToTables() =>
        AuditTables.Build(this, Claims.Where(claim => claim.Judgement.Verdict is not (Verdict.Recomputed or Verdict.MatchesCohort)));

    /// <summary>A frame with a row a claim: id, name, printed, verdict, computed, method, rule, witness, place, row,
    /// column, aspect, sentence; the witness is the sentence where the verdict has no other.</summary>
    public DataFrame ToDataFrame() => FrameOf(Study, Claims);

    /// <summary>study, headline, summary (verdict: count), contradictions (id, name, touches, brief; the gravest first) and claims (id,
    /// name, printed, verdict, computed, method, witness, rule, sentence); the witness is the sentence where the verdict has no
    /// other.</summary>
    public ResultRecord ToRecord() => AuditTables.RecordOf(this, Claims);

    /// <summary>A summary that can stand in a report: how many claims have each verdict, and what does not hold together,
    /// with the arithmetic, the gravest first.</summary>
    public string Summary => AuditSummary.Write(this);

    /// <summary>The tables as text.</summary>
    public override string ToString() => this.ToText();

    internal static DataFrame FrameOf(Study study, ImmutableArray<AuditedClaim> claims)
    {
        return new DataFrame(
            Text("id", claim => claim.Claim.Id),
            Text("name", claim => study.NameOf(claim.Claim)),
            Text("printed", claim => claim.Claim.Printed),
            Text("verdict", claim => claim.Judgement.Verdict.ToName()),
            new DoubleDataFrameColumn("computed", claims.Select(claim => claim.Judgement.Computed)),
            Text("method", claim => claim.Judgement.Method),
            Text("rule", claim => claim.Judgement.Rule?.ToString()),
            Text("witness", claim => claim.Judgement.Witness ?? claim.Judgement.Sentence),
            Text("place", claim => claim.Claim.Place),
            Text("row", claim => claim.Claim.Row),
            Text("column", claim => claim.Claim.Column),
            Text("aspect", claim => claim.Claim.Aspect),
            Text("sentence", claim => claim.Judgement.Sentence));

        StringDataFrameColumn Text(string name, Func<AuditedClaim, string?> value) => new(name, claims.Select(value));
    }

    private static Judgement Final(Judgement compared, Judgement audited) => compared with
    {
        Verdict = audited.Verdict,
        Rule = audited.Rule,
        Sentence = audited.Verdict == Verdict.Inconsistent ? $"{compared.Sentence} {audited.Sentence}" : compared.Sentence,
    };

    /// <summary>A repetition of an inconsistent or unreachable number has the verdict of that number.</summary>
    private static AuditedClaim Repetition(Study study, AuditedClaim claim, Dictionary<string, AuditedClaim> decided)
    {
        if (claim.Claim.SameAs is not { } id || decided[id] is not { Judgement.Verdict: Verdict.Inconsistent or Verdict.Unreachable } source
            || claim.Judgement.Verdict == Verdict.Inconsistent || !claim.Claim.Checkable)
        {
            return claim;
        }

        string state = source.Judgement.Verdict == Verdict.Inconsistent ? "is inconsistent" : "the cohort does not give";
        Judgement first = source.Findings[0].Judgement;
        AuditFinding finding = source.Findings[0] with
        {
            Claim = claim.Claim,
            Judgement = first with { Sentence = $"It repeats {study.NameOf(source.Claim)}, which {state}: {first.Sentence}" }
        };
        return new(claim.Claim, finding.Judgement, [finding, .. claim.Findings]);
    }
}
