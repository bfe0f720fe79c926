using System.Text.Json.Nodes;

namespace SurvivalKit.Published;

/// <summary>A column of the cohort as an object of a study file; each kind has its own keys.</summary>
internal static class VariableParts
{
    public static JsonObject Of(StudyVariable variable)
    {
        JsonObject made = JsonParts.Object(
            ("name", variable.Name), ("label", variable.Label), ("kind", variable.Kind.ToString().ToLowerInvariant()));
        switch (variable.Kind)
        {
            case VariableKind.Category:
                made["levels"] = JsonParts.List(variable.Levels);
                if (variable.Follows is { } follows)
                {
                    made["follows"] = JsonParts.Object(
                        ("endpoint", follows.Endpoint),
                        ("longestFirst", new JsonArray([.. follows.LongestFirst.Select(group => (JsonNode)JsonParts.List(group))])));
                }

                break;
            case VariableKind.Indicator when variable.Share is { } share:
                made["share"] = share;
                break;
            case VariableKind.Continuous:
                AddUnit(made, variable);
                made["range"] = new JsonArray(variable.Minimum, variable.Maximum);
                made["decimals"] = variable.Decimals;
                break;
            case VariableKind.Grade:
                made["grades"] = new JsonArray([.. variable.Grades.Select(grade => (JsonNode)grade)]);
                if (!variable.AnyOf.IsEmpty)
                {
                    made["anyOf"] = JsonParts.List(variable.AnyOf);
                }

                break;
            case VariableKind.Time:
                AddUnit(made, variable);
                made["decimals"] = variable.Decimals;
                break;
        }

        return made;
    }

    private static void AddUnit(JsonObject made, StudyVariable variable)
    {
        if (variable.Unit is { } unit)
        {
            made["unit"] = unit;
        }
    }
}
