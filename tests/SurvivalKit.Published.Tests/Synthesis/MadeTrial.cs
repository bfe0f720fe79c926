using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

/// <summary>A trial whose patients are drawn at random, and a study file of all their figures: of every figure a cohort exists that gives
/// it.</summary>
/// <param name="Patients">The number of patients.</param>
/// <param name="Arms">Two or three.</param>
/// <param name="Seed">The seed of the patients.</param>
internal sealed record MadeTrial(int Patients, int Arms, ulong Seed)
{
    /// <summary>Whether progression-free survival is an endpoint beside overall survival.</summary>
    public bool HasProgression { get; init; }

    /// <summary>The months between visits to which times are rounded; 0: tenths of months.</summary>
    public double Visits { get; init; }

    /// <summary>The greatest time of follow-up in months: the less, the more are censored.</summary>
    public double FollowUp { get; init; } = 40;

    /// <summary>The decimals of everything that is printed and not counted.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>What the study file says of its readings.</summary>
    public string Readings { get; init; } = "{}";

    /// <summary>The readings by which its figures are computed; <see langword="null"/>: those of the study file.</summary>
    public StudyReadings? Computed { get; init; }

    private string[] ArmNames => [.. "ABC".Take(Arms).Select(name => name.ToString())];

    private string[] Endpoints => HasProgression ? ["pfs", "os"] : ["os"];

    /// <summary>The study, and the patients it was made from.</summary>
    public (Study Study, Cohort Cohort) Make()
    {
        string patients = Draw();
        JsonObject file = Design();
        ((JsonArray)file["claims"]!).Add(new JsonObject
        {
            ["id"] = "first#n",
            ["place"] = "first",
            ["aspect"] = "n",
            ["printed"] = "1",
            ["value"] = 1,
            ["decimals"] = 0,
            ["checkable"] = false,
            ["reason"] = "It stands for the figures that are computed from the patients.",
        });
        Study bare = Study.Parse(file.ToJsonString());
        if (Computed is not null)
        {
            bare = bare.With(Computed);
        }

        Cohort cohort = CohortFiles.Parse(bare, patients, null, null);
        file["claims"] = Claims(bare, new MeasureEngine(bare, cohort));
        return (Study.Parse(file.ToJsonString()), cohort);
    }

    private string Draw()
    {
        var random = new SplitMix64(Seed, "made trial");
        var text = new StringBuilder("patient,arm,sex,age,marker");
        text.Append(HasProgression ? ",pfs_months,pfs_event,os_months,os_event\n" : ",os_months,os_event\n");
        for (int i = 0; i < Patients; i++)
        {
            int arm = i * Arms / Patients;
            int female = random.Next(10) < 4 ? 1 : 0;
            int age = Math.Clamp((int)Math.Round(62 + (10 * Normal(random))), 25, 90);
            int marker = random.Next(100) < 35 + (20 * female) ? 1 : 0;
            double rate = Math.Exp((-0.35 * arm) + (0.6 * marker) - (0.2 * female) + (0.015 * (age - 62))) / 16;
            double death = -Math.Log(random.NextFraction()) / rate;
            double progression = Math.Min(death, -Math.Log(random.NextFraction()) / (1.5 * rate));
            double end = FollowUp * (0.3 + (0.7 * random.NextFraction()));
            text.Append(CultureInfo.InvariantCulture, $"P{i + 1},{ArmNames[arm]},{(female == 1 ? "Female" : "Male")},{age},{marker}");
            foreach (double time in HasProgression ? [progression, death] : (double[])[death])
            {
                double months = Math.Min(time, end);
                months = Visits > 0 ? Math.Ceiling(months / Visits) * Visits : Math.Max(0.1, Math.Round(months, 1));
                text.Append(CultureInfo.InvariantCulture, $",{months:0.0},{(time <= end ? 1 : 0)}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static double Normal(SplitMix64 random) =>
        Math.Sqrt(-2 * Math.Log(random.NextFraction())) * Math.Cos(2 * Math.PI * random.NextFraction());

    private JsonObject Design()
    {
        int size(int arm) => Enumerable.Range(0, Patients).Count(i => i * Arms / Patients == arm);
        var file = (JsonObject)JsonNode.Parse($$"""
            {
              "id": "made-trial", "title": "A made trial", "citation": "Nobody N. A made trial. Never published.",
              "synthetic": "SYNTHETIC: no patient is real.", "scope": "Every figure.",
              "methods": {"software": "none", "tests": [], "continuous": "mean ± SD", "ties": "efron", "significance": 0.05, "readings": {{Readings}}},
              "armColumn": "arm", "arms": [], "endpoints": [],
              "variables": [
                {"name": "patient", "label": "Patient", "kind": "identifier"},
                {"name": "arm", "label": "Arm", "kind": "category", "levels": {{JsonSerializer.Serialize(ArmNames)}}},
                {"name": "sex", "label": "Sex", "kind": "category", "levels": ["Male", "Female"]},
                {"name": "age", "label": "Age", "kind": "continuous", "range": [18, 95], "decimals": 0},
                {"name": "marker", "label": "Marker", "kind": "indicator", "share": 0.45}
              ],
              "tables": [], "rows": [], "claims": [], "notPrintedAsText": []
            }
            """)!;
        for (int arm = 0; arm < Arms; arm++)
        {
            Add(file, "arms", $$"""{"name": "{{ArmNames[arm]}}", "n": {{size(arm)}}, "reference": {{(arm == 0 ? "true" : "false")}}}""");
        }

        Row(file, "table1", "N", "size");
        Row(file, "table1", "Female", "count", """, "column": "sex", "equals": "Female" """);
        Row(file, "table1", "Female", "p-value", """, "test": "chi-square", "column": "sex" """);
        Row(file, "table1", "Age", "mean-sd", """, "column": "age" """);
        if (Arms == 2)
        {
            Row(file, "table1", "Age", "p-value", """, "test": "t", "column": "age" """);
        }

        foreach (string endpoint in Endpoints)
        {
            string later = endpoint == "pfs" ? """, "noLaterThan": "os" """ : "";
            Add(file, "endpoints", $$"""{"name": "{{endpoint}}", "label": "{{endpoint}}", "time": "{{endpoint}}_months", "event": "{{endpoint}}_event", "unit": "months"{{later}}}""");
            Add(file, "variables", $$"""{"name": "{{endpoint}}_months", "label": "Months", "kind": "time", "unit": "months", "decimals": 1}""");
            Add(file, "variables", $$"""{"name": "{{endpoint}}_event", "label": "Event", "kind": "indicator"}""");
            Row(file, "table2", endpoint, "median-range", $$""", "endpoint": "{{endpoint}}" """);
            Row(file, "figure1", endpoint, "p-value", $$""", "test": "log-rank", "endpoint": "{{endpoint}}" """);
            foreach (string arm in ArmNames[1..])
            {
                Cox(file, "figure1", Arms == 2 ? endpoint : $"{endpoint} {arm}", endpoint, "arm", arm, "arm");
                Cox(file, "text", $"{endpoint} all arm {arm}", endpoint, "arm", arm, "arm", "sex", "age", "marker");
            }

            foreach (string term in (string[])["sex", "age", "marker"])
            {
                Cox(file, "text", $"{endpoint} {term}", endpoint, term, null, term);
                Cox(file, "text", $"{endpoint} all {term}", endpoint, term, null, "arm", "sex", "age", "marker");
            }
        }

        return file;
    }

    private void Cox(
        JsonObject file, string place, string row, string endpoint, string term, string? level, params string[] covariates)
    {
        string of = level is null || Arms == 2 ? "" : $$""", "level": "{{level}}" """;
        Row(file, place, row, "cox", $$""", "endpoint": "{{endpoint}}", "covariates": {{JsonSerializer.Serialize(covariates)}}, "term": "{{term}}"{{of}}, "ties": "efron" """);
    }

    private static void Row(JsonObject file, string place, string row, string measure, string keys = "") =>
        Add(file, "rows", $$"""{"place": "{{place}}", "row": "{{row}}", "measure": "{{measure}}"{{keys}}}""");

    private static void Add(JsonObject file, string list, string json) => ((JsonArray)file[list]!).Add(JsonNode.Parse(json));

    private JsonArray Claims(Study study, MeasureEngine engine)
    {
        var claims = new JsonArray();
        foreach (StudyRow row in study.Rows)
        {
            string?[] columns = row.Measure switch
            {
                PValueMeasure { Test: TestKind.LogRank } or CoxMeasure => [null],
                PValueMeasure => [ColumnNames.P],
                _ => [ColumnNames.All, .. ArmNames],
            };
            foreach (string? column in columns)
            {
                foreach (string aspect in row.Measure.Aspects.Where(
                    aspect => MeasureEngine.Measuring(study, row.Place, row.Row, aspect) == row))
                {
                    if (engine.Of(row.Place, row.Row, column, aspect).Value is { } value)
                    {
                        claims.Add(Claim(row, column, aspect, value));
                    }
                }
            }
        }

        return claims;
    }

    private JsonObject Claim(StudyRow row, string? column, string aspect, double value)
    {
        int decimals = aspect == Aspects.Count ? 0 : Decimals;
        string printed = Rounding.Text(value, decimals);
        var claim = new JsonObject
        {
            ["id"] = string.Join('/', ((string?[])[row.Place, row.Row, column]).OfType<string>()) + "#" + aspect,
            ["place"] = row.Place,
            ["row"] = row.Row,
            ["aspect"] = aspect,
            ["printed"] = printed,
            ["value"] = double.Parse(printed, CultureInfo.InvariantCulture),
            ["decimals"] = decimals,
        };
        if (column is not null)
        {
            claim["column"] = column;
        }

        return claim;
    }
}
