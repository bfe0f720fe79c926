using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>R's predictions: the cases of cox-predict.json.</summary>
internal static class RPrediction
{
    private static readonly RFixture R = RFixture.Load("cox-predict");

    public static TheoryData<string> Names(string part) => RFixture.Names("cox-predict", theCase => theCase[part] is not null);

    public static JsonObject Case(string name) => R.Cases()[name];

    public static CoxFit Fit(
        JsonObject theCase,
        string? formula = null) => CoxModel.Fit(R.Data(theCase), formula ?? theCase["formula"]!.GetValue<string>(), new()
        {
            Ties = theCase["ties"]!.GetValue<string>() == "breslow" ? Ties.Breslow : Ties.Efron,
            Robust = theCase["robust"]?.GetValue<bool>(),
        }, weights: theCase["weights"]?.GetValue<string>());

    public static DataFrame NewData(JsonObject theCase)
    {
        JsonObject columns = theCase["newdata"]!.AsObject();
        int rows = columns.First().Value!.AsArray().Count;
        var text = new StringBuilder(string.Join(",", columns.Select(column => column.Key))).Append('\n');
        for (int row = 0; row < rows; row++)
        {
            text.AppendJoin(",", columns.Select(column => column.Value![row]!.ToString())).Append('\n');
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        return SurvivalData.ReadCsv(stream, "new.csv");
    }

    public static double[] Numbers(JsonNode? array) => [.. array!.AsArray().Select(node => node!.GetValue<double>())];

    public static string Text(CoxReference reference) => reference.ToString().ToLower(CultureInfo.InvariantCulture);
}
