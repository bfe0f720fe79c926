using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>The claims of an audit that have one verdict: <see cref="StudyAudit.Only"/>.</summary>
public sealed class AuditedClaims : IReadOnlyList<AuditedClaim>, IResult
{
    private readonly ImmutableArray<AuditedClaim> _claims;

    internal AuditedClaims(StudyAudit audit, Verdict verdict)
    {
        Audit = audit;
        _claims = audit.Of(verdict);
    }

    /// <summary>The audit.</summary>
    public StudyAudit Audit { get; }

    /// <inheritdoc/>
    public int Count => _claims.Length;

    /// <inheritdoc/>
    public AuditedClaim this[int index] => _claims[index];

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => AuditTables.Build(Audit, _claims);

    /// <inheritdoc cref="StudyAudit.ToDataFrame"/>
    public DataFrame ToDataFrame() => StudyAudit.FrameOf(Audit.Study, _claims);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => AuditTables.RecordOf(Audit, _claims);

    /// <summary>The tables as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<AuditedClaim> GetEnumerator() => ((IEnumerable<AuditedClaim>)_claims).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
