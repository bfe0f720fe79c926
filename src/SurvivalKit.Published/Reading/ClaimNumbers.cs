using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Checks that a claim's id follows its place, that its number is possible and equals the printed one, and that it can be
/// found.</summary>
internal sealed class ClaimNumbers
{
    private readonly Study _study;
    private readonly string _file;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly HashSet<(string Place, string? Row, string Aspect)> _measured;

    private ClaimNumbers(Study study, string file)
    {
        (_study, _file) = (study, file);
        _measured = [.. study.Rows.SelectMany(row => row.Measure.Aspects, (row, aspect) => (row.Place, row.Row, aspect))];
    }

    public static void Check(Study study, string file)
    {
        var numbers = new ClaimNumbers(study, file);
        for (int i = 0; i < study.Claims.Length; i++)
        {
            if (!numbers._index.TryAdd(study.Claims[i].Id, i))
            {
                throw numbers.Error(i, "id", $"the id \"{study.Claims[i].Id}\" stands here for the second time; once was expected.");
            }
        }

        for (int i = 0; i < study.Claims.Length; i++)
        {
            numbers.CheckPlace(study.Claims[i], i);
            numbers.CheckNumber(study.Claims[i], i);
            numbers.CheckEnds(study.Claims[i], i);
            numbers.CheckSource(study.Claims[i], i);
        }
    }

    /// <summary>What a number of an aspect was expected to be; <see langword="null"/>: it can be that.</summary>
    public static string? Expected(string aspect, double value) => aspect switch
    {
        Aspects.Percent when value is < 0 or > 100 => "a percentage from 0 to 100",
        Aspects.P when value is < 0 or > 1 => "a P value from 0 to 1",
        Aspects.Count or Aspects.FirstCount or Aspects.SecondCount when value < 0 || value % 1 != 0 =>
            "a whole number of patients",
        Aspects.HazardRatio or Aspects.Lower or Aspects.Upper when value < 0 => "a number of 0 or more",
        Aspects.StandardDeviation when value < 0 => "a standard deviation of 0 or more",
        _ => null,
    };

    private StudyFileException Error(int claim, string key, string reason) =>
        new(_file, string.Create(CultureInfo.InvariantCulture, $"$.claims[{claim}].{key}"), reason);

    private void CheckPlace(Claim claim, int i)
    {
        string expected = Stem(claim) + "#" + claim.Aspect;
        if (claim.Id != expected)
        {
            throw Error(i, "id", $"the id \"{claim.Id}\" does not follow place, row, column and aspect; \"{expected}\" was expected.");
        }

        if (!Aspects.All.Contains(claim.Aspect))
        {
            throw Error(
                i, "aspect", $"\"{claim.Aspect}\" is no aspect; known are {string.Join(", ", Aspects.All.Order(StringComparer.Ordinal))}.");
        }

        if (claim.Column is { } column && !StudyLookup.IsColumnName(_study, column))
        {
            throw Error(i, "column", $"\"{column}\" is no column; {ColumnNames.All}, {ColumnNames.P} or an arm was expected.");
        }
    }

    private static string Stem(Claim claim) => string.Join('/', ((string?[])[claim.Place, claim.Row, claim.Column]).OfType<string>());

    private void CheckNumber(Claim claim, int i)
    {
        if (!PrintedNumber.TryParse(claim.Printed, out PrintedNumber printed) && !NumberWord.TryParse(claim.Printed, out printed))
        {
            throw Error(i, "printed", $"there is no number in \"{claim.Printed}\".");
        }

        if (printed.Decimals != claim.Decimals)
        {
            throw Error(i, "decimals", string.Create(
                CultureInfo.InvariantCulture, $"{claim.Decimals} decimals are given, but \"{claim.Printed}\" has {printed.Decimals}."));
        }

        if (!IsValue(printed.Value, claim.Value))
        {
            throw Error(i, "value", string.Create(
                CultureInfo.InvariantCulture, $"{claim.Value} is given, but \"{claim.Printed}\" is printed."));
        }

        ClaimRelation sign = PrintedSign.Read(claim.Printed);
        if (claim.Relation != sign)
        {
            throw Error(
                i,
                "relation",
                $"\"{PrintedSign.Symbol(claim.Relation)}\" is given, but \"{claim.Printed}\" is printed; \"{PrintedSign.Symbol(sign)}\" was expected.");
        }

        if (Expected(claim.Aspect, claim.Value) is { } expected)
        {
            throw Error(i, "value", string.Create(CultureInfo.InvariantCulture, $"{claim.Value} was found; {expected} was expected."));
        }
    }

    // A number outside the range of decimal is not a printed one.
    private static bool IsValue(decimal printed, double value) => Math.Abs(value) < (double)decimal.MaxValue && printed == (decimal)value;

    private void CheckEnds(Claim claim, int i)
    {
        string? upper = claim.Aspect switch
        {
            Aspects.Lower => Aspects.Upper,
            Aspects.Minimum => Aspects.Maximum,
            _ => null,
        };
        if (upper is not null && _study.Find(Stem(claim) + "#" + upper) is { } end && end.Value < claim.Value)
        {
            throw Error(i, "value", $"the ends of the interval are swapped: {claim.Printed} is above {end.Printed}, its {upper} end.");
        }
    }

    private void CheckSource(Claim claim, int i)
    {
        if (claim.SameAs is { } id)
        {
            if (!_index.TryGetValue(id, out int other))
            {
                throw Error(i, "sameAs", $"there is no claim \"{id}\"; the nearest is \"{NearestName.Find(id, _index.Keys)}\".");
            }

            if (other == i || _study.Claims[other].SameAs is not null)
            {
                throw Error(i, "sameAs", $"\"{id}\" is not the claim that is measured; one without a sameAs of its own was expected.");
            }

            if (_study.Claims[other].Aspect != claim.Aspect)
            {
                throw Error(i, "sameAs", $"\"{id}\" is of another aspect; a claim #{claim.Aspect} was expected.");
            }
        }

        if (claim.Checkable == (claim.Reason is not null))
        {
            throw Error(i, "reason", claim.Checkable
                ? "a reason is given for a claim that can be checked; none was expected."
                : "the claim cannot be checked; a reason was expected.");
        }

        if (claim.Checkable && claim.SameAs is null && !_measured.Contains((claim.Place, claim.Row, claim.Aspect)))
        {
            throw Error(i, "id", $"no row measures \"{claim.Id}\"; one in \"rows\", a sameAs, or \"checkable\": false was expected.");
        }
    }
}
