using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SurvivalKit.Published;

/// <summary>The expected verdict of each claim, stored in a file (<c>verdicts.json</c>), so that any change of a verdict is
/// detected.</summary>
public sealed class RecordedVerdicts
{
    private readonly ImmutableSortedDictionary<string, Verdict> _verdicts;
    private readonly ImmutableArray<string> _order;

    private RecordedVerdicts(string study, IEnumerable<KeyValuePair<string, Verdict>> verdicts)
    {
        StudyId = study;
        KeyValuePair<string, Verdict>[] all = [.. verdicts];
        _order = [.. all.Select(pair => pair.Key)];
        _verdicts = all.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>The id of the study.</summary>
    public string StudyId { get; }

    /// <summary>The recorded verdicts by the claims' ids.</summary>
    public IReadOnlyDictionary<string, Verdict> Verdicts => _verdicts;

    /// <summary>Records the verdicts of checks.</summary>
    /// <param name="checks">The checks.</param>
    public static RecordedVerdicts Record(ClaimChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        return new(checks.Study.Id, checks.Select(check => KeyValuePair.Create(check.Claim.Id, check.Judgement.Verdict)));
    }

    /// <summary>Records the final verdicts of an audit.</summary>
    /// <param name="audit">The audit.</param>
    public static RecordedVerdicts Record(StudyAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return new(audit.Study.Id, audit.Claims.Select(claim => KeyValuePair.Create(claim.Claim.Id, claim.Judgement.Verdict)));
    }

    /// <summary>Reads a file of verdicts.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StudyFileException">The file is missing or bad: JSON path and reason in one sentence.</exception>
    public static RecordedVerdicts Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using JsonDocument document = StudyFile.ParseJson(TextFile.Read(path), path);
        JsonObjectReader whole = new JsonValueReader(path, "$", document.RootElement).Object();
        string study = whole.Required("study").Text();
        JsonObjectReader verdicts = whole.Required("verdicts").Object();
        var recorded = new RecordedVerdicts(study, [.. verdicts.Whole.Element.EnumerateObject()
            .Select(pair => KeyValuePair.Create(pair.Name, VerdictReader.Read(verdicts.Required(pair.Name))))]);
        whole.End();
        return recorded;
    }

    /// <summary>Writes the verdicts as JSON, one a line, the same bytes each time.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var text = new StringBuilder();
        text.Append("{\n  \"study\": ").Append(Quoted(StudyId)).Append(",\n  \"verdicts\": {\n");
        text.AppendJoin(",\n", _order.Select(id => $"    {Quoted(id)}: {Quoted(_verdicts[id].ToName())}"));
        TextFile.Write(path, text.Append("\n  }\n}\n").ToString());
    }

    /// <summary>Every claim whose verdict is not the recorded one, including those not checked and those not recorded.</summary>
    /// <param name="checks">The checks.</param>
    /// <returns>The differences, in the order of the file, then of the checks; empty: none.</returns>
    public ImmutableArray<VerdictDifference> Compare(ClaimChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        return Compare([.. checks.Select(check => (check.Claim.Id, check.Judgement))]);
    }

    /// <summary>Every claim whose final verdict is not the recorded one, including those no longer in the study and those not
    /// recorded.</summary>
    /// <param name="audit">The audit.</param>
    /// <returns>The differences, in the order of the file, then of the audit; empty: none.</returns>
    public ImmutableArray<VerdictDifference> Compare(StudyAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return Compare([.. audit.Claims.Select(claim => (claim.Claim.Id, claim.Judgement))]);
    }

    private ImmutableArray<VerdictDifference> Compare((string Id, Judgement Judgement)[] found)
    {
        Dictionary<string, Judgement> byId = found.ToDictionary(claim => claim.Id, claim => claim.Judgement, StringComparer.Ordinal);
        var differences = ImmutableArray.CreateBuilder<VerdictDifference>();
        foreach (string id in _order)
        {
            Verdict recorded = _verdicts[id];
            if (!byId.TryGetValue(id, out Judgement? judgement))
            {
                differences.Add(new(id, recorded, null, $"{id}: {recorded.ToName()} is recorded, but the claim was not checked."));
            }
            else if (judgement.Verdict != recorded)
            {
                differences.Add(new(
                    id,
                    recorded,
                    judgement.Verdict,
                    $"{id}: {recorded.ToName()} is recorded, {judgement.Verdict.ToName()} was found. {judgement.Sentence}"));
            }
        }

        differences.AddRange(found.Where(claim => !_verdicts.ContainsKey(claim.Id)).Select(claim => new VerdictDifference(
            claim.Id, null, claim.Judgement.Verdict,
            $"{claim.Id}: no verdict is recorded, {claim.Judgement.Verdict.ToName()} was found. {claim.Judgement.Sentence}")));
        return differences.ToImmutable();
    }

    private static string Quoted(string text) => "\"" + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text) + "\"";
}
