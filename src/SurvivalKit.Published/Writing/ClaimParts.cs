using System.Text.Json.Nodes;

namespace SurvivalKit.Published;

/// <summary>A claim as an object of a study file.</summary>
internal static class ClaimParts
{
    public static JsonObject Of(Claim claim) => JsonParts.Object(
        ("id", claim.Id),
        ("place", claim.Place),
        ("row", claim.Row),
        ("column", claim.Column),
        ("aspect", claim.Aspect),
        ("printed", claim.Printed),
        ("value", claim.Value),
        ("decimals", claim.Decimals),
        ("relation", claim.Relation == ClaimRelation.Equal ? null : PrintedSign.Symbol(claim.Relation).ToString()),
        ("context", claim.Context),
        ("where", claim.Where),
        ("sameAs", claim.SameAs),
        ("checkable", claim.Checkable ? null : (JsonNode)false),
        ("reason", claim.Reason));
}
