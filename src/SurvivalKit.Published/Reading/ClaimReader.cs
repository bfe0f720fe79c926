namespace SurvivalKit.Published;

/// <summary>Reads a claim.</summary>
internal static class ClaimReader
{
    public static Claim Read(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var claim = new Claim
        {
            Id = o.Required("id").Text(),
            Place = o.Required("place").Text(),
            Row = o.OptionalText("row"),
            Column = o.OptionalText("column"),
            Aspect = o.Required("aspect").Text(),
            Printed = o.Required("printed").Text(),
            Value = o.Required("value").Number(),
            Decimals = o.Required("decimals").WholeNumber(0),
            Relation = o.Optional(
                "relation",
                v => v.OneOf<ClaimRelation>(("=", ClaimRelation.Equal), ("<", ClaimRelation.Less), (">", ClaimRelation.Greater)),
                otherwise: ClaimRelation.Equal),
            Context = o.OptionalText("context"),
            Where = o.OptionalText("where"),
            SameAs = o.OptionalText("sameAs"),
            Checkable = o.Optional("checkable", v => v.Flag(), otherwise: true),
            Reason = o.OptionalText("reason"),
        };
        o.End();
        return claim;
    }
}
