namespace SurvivalKit.Published;

/// <summary>Makes claims of numbers that were read.</summary>
internal static class DraftClaims
{
    public static Claim Of(string place, string? row, string? column, DraftNumber number, string? context, string? where = null) => new()
    {
        Id = "",
        Place = place,
        Row = row,
        Column = column,
        Aspect = number.Aspect,
        Printed = number.Printed,
        Value = number.Value,
        Decimals = number.Number.Decimals,
        Relation = number.Relation,
        Context = string.IsNullOrEmpty(context) || context == number.Printed ? null : context,
        Where = string.IsNullOrEmpty(where) ? null : where,
    };
}
