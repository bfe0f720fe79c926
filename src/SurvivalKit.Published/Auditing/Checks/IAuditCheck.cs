namespace SurvivalKit.Published;

/// <summary>One check of the claims of a study against everything else that it prints.</summary>
internal interface IAuditCheck
{
    /// <summary>The findings; none for a claim to which the check does not apply.</summary>
    /// <param name="index">The claims of the study, indexed.</param>
    IEnumerable<AuditFinding> Try(AuditIndex index);
}
