namespace SurvivalKit.Published;

/// <summary>The sign before a printed number: <c>&lt;.001</c>.</summary>
internal static class PrintedSign
{
    public static ClaimRelation Read(string printed) =>
        printed.AsSpan().ContainsAny('<', '≤') ? ClaimRelation.Less
        : printed.AsSpan().ContainsAny('>', '≥') ? ClaimRelation.Greater
        : ClaimRelation.Equal;

    public static char Symbol(ClaimRelation relation) =>
        relation switch { ClaimRelation.Less => '<', ClaimRelation.Greater => '>', _ => '=' };
}
