using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SurvivalKit.Published;

/// <summary>What an answer does to a study file: it changes the objects of the file, which are then read again.</summary>
internal static class StudyAnswers
{
    /// <summary>The answers to a remark.</summary>
    public static ImmutableArray<(string Answer, string Does)> For(Study study, StudyRemark remark)
    {
        List<(string, string)> answers = [("ok", "leaves it as it is, and the remark is gone")];
        if (remark.Place == StudyRemarks.Arms)
        {
            answers.Add(("reference ARM", "hazard ratios compare with this arm: " + string.Join(", ", study.Arms.Select(arm => arm.Name))));
        }
        else if (IsOfSoftware(remark))
        {
            answers.Add(("software NAME", "the program; it decides how tied times are treated"));
        }
        else if (ClaimsOf(study, remark).Any())
        {
            answers.Add(("drop", "takes the numbers out of the claims"));
            answers.Add(("same PLACE/ROW/COLUMN", "they are the numbers of this row and column"));
            if (ClaimsOf(study, remark).Any(claim => !claim.Checkable
                && study.Rows.Any(row => row.Place == claim.Place && row.Row == claim.Row
                && row.Measure.Aspects.Contains(claim.Aspect))))
            {
                answers.Add(("check", "they are what the row measures"));
            }
        }

        return [.. answers];
    }

    /// <summary>The study after an answer.</summary>
    public static Study Take(Study study, StudyRemark remark, string answer)
    {
        string[] words = answer.Split(' ', 2, StringSplitOptions.TrimEntries);
        string what = words.Length > 1 ? words[1] : "";
        JsonObject whole = DesignParts.Study(study);
        switch (words[0])
        {
            case "ok":
                break;
            case "drop" when ClaimsOf(study, remark).Any():
                Each(whole, study, remark, (claims, claim, _) => claims.Remove(claim));
                break;
            case "check" when ClaimsOf(study, remark).Any(claim => !claim.Checkable):
                Each(whole, study, remark, (_, claim, _) => Check(claim, null));
                break;
            case "same" when what.Length > 0 && ClaimsOf(study, remark).Any():
                Each(whole, study, remark, (_, claim, of) => Check(claim, $"{what}#{of.Aspect}"));
                break;
            case "reference" when remark.Place == StudyRemarks.Arms:
                Reference(whole, study, what);
                break;
            case "software" when IsOfSoftware(remark) && what.Length > 0:
                whole["methods"]!["software"] = what;
                whole["methods"]!["ties"] = DesignParts.TiesOf(MethodsText.TiesOf(what));
                break;
            default:
                throw new SurvivalDataException(
                    $"\"{answer}\" is no answer; {string.Join(" or ", For(study, remark).Select(known => known.Answer))} was expected.");
        }

        JsonArray remarks = (JsonArray)whole["remarks"]!;
        remarks.RemoveAt(study.Remarks.IndexOf(remark));
        if (remarks.Count == 0)
        {
            whole.Remove("remarks");
        }

        return Study.Parse(whole.ToJsonString(), "the study with this answer");
    }

    private static bool IsOfSoftware(StudyRemark remark) => remark.Place == PaperPlaces.Methods && remark.Printed == StudyRemarks.Software;

    private static IEnumerable<Claim> ClaimsOf(Study study, StudyRemark remark) => study.Claims.Where(claim =>
        claim.Place == remark.Place && claim.Row == remark.Row && claim.Column == remark.Column);

    private static void Each(JsonObject whole, Study study, StudyRemark remark, Action<JsonArray, JsonObject, Claim> change)
    {
        JsonArray claims = (JsonArray)whole["claims"]!;
        JsonObject[] all = [.. claims.Cast<JsonObject>()];
        for (int i = 0; i < all.Length; i++)
        {
            if (ClaimsOf(study, remark).Contains(study.Claims[i]))
            {
                change(claims, all[i], study.Claims[i]);
            }
        }
    }

    private static void Check(JsonObject claim, string? sameAs)
    {
        claim.Remove("checkable");
        claim.Remove("reason");
        if (sameAs is not null)
        {
            claim["sameAs"] = sameAs;
        }
    }

    private static void Reference(JsonObject whole, Study study, string name)
    {
        StudyArm arm = study.Arms.FirstOrDefault(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new SurvivalDataException($"There is no arm \"{name}\"; one of {string.Join(", ", study.Arms.Select(other => other.Name))} was expected.");
        foreach ((JsonNode? part, StudyArm of) in ((JsonArray)whole["arms"]!).Zip(study.Arms))
        {
            ((JsonObject)part!).Remove("reference");
            if (of == arm)
            {
                part!["reference"] = true;
            }
        }

        JsonNode column = ((JsonArray)whole["variables"]!).First(variable => (string)variable!["name"]! == study.ArmColumn)!;
        column["levels"] = JsonParts.List([arm.Name, .. study.Arms.Where(other => other != arm).Select(other => other.Name)]);
    }
}
