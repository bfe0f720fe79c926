namespace SurvivalKit.Published;

/// <summary>One way to try the claims of a study against everything else that it prints.</summary>
internal interface IAuditCheck
{
    /// <summary>The findings; none for a claim that the check has nothing to say of.</summary>
    /// <param name="index">The claims of the study, ready to be looked up.</param>
    IEnumerable<AuditFinding> Try(AuditIndex index);
}
