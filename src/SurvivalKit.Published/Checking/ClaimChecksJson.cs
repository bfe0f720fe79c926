using System.Collections.Immutable;
using System.Text.Json;

namespace SurvivalKit.Published;

/// <summary>Reads the JSON of <see cref="ClaimChecks"/>, from a notebook's output.</summary>
internal static class ClaimChecksJson
{
    public static ClaimChecks Parse(Study study, string json)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(json);
        using JsonDocument document = StudyFile.ParseJson(json, "checks");
        JsonObjectReader whole = new JsonValueReader("checks", "$", document.RootElement).Object();
        JsonValueReader id = whole.Required("study");
        if (id.Text() != study.Id)
        {
            throw id.Error($"\"{id.Text()}\" was found; the study \"{study.Id}\" was expected.");
        }

        whole.Required("summary");
        ImmutableArray<ClaimCheck> checks = whole.Required("claims").List(value => Read(study, value));
        whole.End();
        return new ClaimChecks(study, checks);
    }

    private static ClaimCheck Read(Study study, JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        JsonValueReader id = o.Required("id");
        Claim claim = study.Find(id.Text()) ?? throw id.Error($"the study {study.Id} has no claim \"{id.Text()}\".");
        o.Required("name");
        o.Required("printed");
        JsonValueReader computed = o.Required("computed");
        double? number = computed.Element.ValueKind == JsonValueKind.Null ? null : computed.Number();
        Verdict verdict = VerdictReader.Read(o.Required("verdict"));
        string sentence = o.Required("sentence").Text();
        o.End();

        // The rule is not written: it follows from the two numbers.
        RoundingRule? rule = verdict == Verdict.Rounding
            && number is { } known ? Rounding.RuleThatPrints(known, (decimal)claim.Value, claim.Decimals) : null;
        return new ClaimCheck(claim, new Judgement(verdict, sentence, number) { Rule = rule });
    }
}
