using System.Globalization;
using System.Text;

namespace SurvivalKit.Published.Tests;

/// <summary>A trial with random patients, printed by a random rule of rounding: its printed figures are consistent, since they come from
/// data.</summary>
internal sealed class RandomTrial
{
    private readonly Random _random;
    private readonly (string Name, int N)[] _arms;
    private readonly bool _hasMissing;
    private readonly bool _printsMissing;
    private readonly bool _ofKnown;
    private readonly bool _medians;
    private readonly bool _cutsOff;
    private readonly int _decimals;

    public RandomTrial(Random random)
    {
        _random = random;
        _arms = [.. Enumerable.Range(0, _random.Next(2, 4)).Select(i => (((char)('A' + i)).ToString(), _random.Next(4, 40)))];
        (_hasMissing, _printsMissing, _ofKnown, _medians) = (Coin(), Coin(), Coin(), Coin());
        _cutsOff = _random.Next(3) == 0;
        _decimals = _random.Next(3);
    }

    private bool Coin() => _random.Next(2) == 0;

    private Cohort? _cohort;

    /// <summary>The study with the figures of its own patients.</summary>
    public Study Print()
    {
        Study blank = Study(_ => "0")!;
        _cohort = CohortFiles.Parse(blank, Patients(), null, null);
        Dictionary<string, double?> computed =
            StudyMeasures.Compute(blank, _cohort).ToDictionary(check => check.Claim.Id, check => check.Judgement.Computed);
        Dictionary<string, string?> printed = computed.ToDictionary(pair => pair.Key, pair => Text(pair.Key, pair.Value, computed));
        return Study(id => printed[id]);
    }

    private string? Text(string id, double? value, Dictionary<string, double?> computed)
    {
        if (value is not { } number || !double.IsFinite(number))
        {
            return null;
        }

        string aspect = id[(id.LastIndexOf('#') + 1)..];
        if (aspect is "n")
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        // Percentages are of those with a value, or of all where the study prints how many have none.
        if (aspect == "%"
            && Known(id) is { } known
            && !(_printsMissing && !_ofKnown && id.StartsWith("table1/Male", StringComparison.Ordinal)))
        {
            number = known == 0 ? 0 : 100 * computed[id[..^1] + "n"]!.Value / known;
        }

        int decimals = aspect is "hr" or "lower" or "upper" or "p" ? Math.Max(2, _decimals + 1) : _decimals;
        RoundingRule rule = _cutsOff ? RoundingRule.Truncation : Coin() ? RoundingRule.HalfUp : RoundingRule.HalfEven;
        if (aspect is "hr" or "lower" or "upper" && number is < 1e-3 or > 1e4)
        {
            return null;
        }

        decimal rounded = Rounding.Round(number, decimals, rule);
        return aspect == "p" && number < 0.001 ? "<.001" : rounded.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>How many patients of a claim's column have a value of what it counts.</summary>
    private int? Known(string id)
    {
        string[] path = id[..id.LastIndexOf('#')].Split('/');
        string? variable = path[1] switch
        {
            "Male" => "sex",
            "Old" => "age",
            "ORR" => "response",
            _ => path[1].StartsWith("Response", StringComparison.Ordinal) ? "response" : null,
        };
        return variable is null ? null : _cohort!.PatientsOf(path[2]).Count(i => variable == "age"
            ? _cohort.Columns.Numbers(variable)[i] is not null
            : _cohort.Columns.Levels(variable)[i] is not null);
    }

    private Study Study(Func<string, string?> printed)
    {
        var study = new SmallStudy(_arms);
        study.Methods("Chi-square test", "t test");
        void Add(string row, string keys, string aspects, params IEnumerable<string> columns)
        {
            study.Row(row, keys);
            foreach (string id in columns.SelectMany(
                _ => aspects.Split(' '), (column, aspect) => $"table1/{row}{(column.Length == 0 ? "" : "/" + column)}#{aspect}"))
            {
                if (printed(id) is { } text)
                {
                    study.Claim(id, text);
                }
            }
        }

        string[] columns = ["All", .. _arms.Select(arm => arm.Name)];
        Add("N", "\"measure\": \"size\"", "n", columns);
        Add("Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"", "n %", columns);
        Add("Male", "\"measure\": \"p-value\", \"test\": \"fisher\", \"column\": \"sex\"", "p", "P");
        if (_printsMissing)
        {
            Add("Unknown", "\"measure\": \"count\", \"column\": \"sex\", \"missing\": true", "n %", columns);
        }

        foreach (string level in new[] { "CR", "PR", "SD", "PD" })
        {
            Add("Response > " + level, $"\"measure\": \"count\", \"column\": \"response\", \"equals\": \"{level}\"", "n %", columns);
        }

        Add("Response", "\"measure\": \"p-value\", \"test\": \"chi-square\", \"column\": \"response\"", "p", "P");
        Add("ORR", "\"measure\": \"count\", \"column\": \"response\", \"among\": [\"CR\", \"PR\"]", "n %", columns);
        Add("ORR", "\"measure\": \"p-value\", \"test\": \"chi-square\", \"column\": \"response\", \"among\": [\"CR\", \"PR\"]", "p", "P");
        Add("Liver", "\"measure\": \"count\", \"column\": \"liver\", \"equals\": 1", "n %", columns);
        Add("Bone", "\"measure\": \"count\", \"column\": \"bone\", \"equals\": 1", "n %", columns);
        Add("Any", "\"measure\": \"count\", \"columns\": [\"liver\", \"bone\"], \"equals\": 1", "n %", columns);
        Add("Sites", "\"measure\": \"p-value\", \"test\": \"chi-square\", \"columns\": [\"liver\", \"bone\"]", "p", "P");
        Add("Old", "\"measure\": \"count\", \"column\": \"age\", \"atLeast\": 65", "n %", columns);
        Add("Age", $"\"measure\": \"{(_medians ? "median-sd" : "mean-sd")}\", \"column\": \"age\"", _medians
            ? "median sd"
            : "mean sd", columns);
        Add("Age range", "\"measure\": \"mean-range\", \"column\": \"age\"", "mean min max", columns);
        if (_arms.Length == 2)
        {
            Add("Age", "\"measure\": \"p-value\", \"test\": \"welch\", \"column\": \"age\"", "p", "P");
            Add(
                "Hazard",
                "\"measure\": \"cox\", \"endpoint\": \"os\", \"covariates\": [\"arm\"], \"term\": \"arm\", \"ties\": \"efron\"",
                "hr lower upper p",
                "");
        }

        else
        {
            Add(
                "Hazard",
                "\"measure\": \"cox\", \"endpoint\": \"os\", \"covariates\": [\"arm\", \"liver\"], \"term\": \"arm\", \"level\": \"B\", \"ties\": \"efron\"",
                "hr lower upper p",
                "");
        }

        Add(
            "Hazard of liver",
            "\"measure\": \"cox\", \"endpoint\": \"os\", \"covariates\": [\"liver\"], \"term\": \"liver\", \"ties\": \"efron\"",
            "hr lower upper p",
            "");
        Add("PFS", "\"measure\": \"median-range\", \"endpoint\": \"pfs\"", "median min max", columns);
        Add("OS", "\"measure\": \"median-range\", \"endpoint\": \"os\"", "median min max", columns);
        return study.Read();
    }

    private string Patients()
    {
        var text = new StringBuilder("patient,arm,age,sex,response,liver,bone,pfs_months,pfs_event,os_months,os_event\n");
        foreach ((string arm, int n) in _arms)
        {
            double shift = _random.NextDouble() * 20;
            for (int i = 0; i < n; i++)
            {
                double os = Math.Round(1 + (_random.NextDouble() * 40), 1);
                double pfs = Math.Round(Math.Max(0.1, os * _random.NextDouble()), 1);
                string?[] cells =
                [
                    arm + i, arm, Maybe(
                        (40 + (int)(shift + (_random.NextDouble() * 40))).ToString(CultureInfo.InvariantCulture), _random.Next(8)),
                    Maybe(Coin() ? "Male" : "Female", _random.Next(6)), Maybe(
                        new[] { "CR", "PR", "SD", "PD" }[_random.Next(4)], _random.Next(10)),
                    Coin() ? "1" : "0", _random.Next(4) == 0 ? "1" : "0",
                    pfs.ToString(CultureInfo.InvariantCulture), Coin() ? "1" : "0", os.ToString(CultureInfo.InvariantCulture), Coin()
                        ? "1"
                        : "0",
                ];
                text.Append(string.Join(',', cells)).Append('\n');
            }
        }

        return text.ToString();
    }

    private string Maybe(string value, int chance) => _hasMissing && chance == 0 ? "" : value;
}
