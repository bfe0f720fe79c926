using System.Globalization;

namespace SurvivalKit.Sources;

/// <summary>The rows of a column that the file declares to be missing, and why.</summary>
internal sealed class MissingReasons
{
    private readonly Dictionary<int, string> _ofRow = [];

    /// <summary>The number of rows.</summary>
    public int Count => _ofRow.Count;

    /// <summary>Declares a row, counted from 0, to be missing.</summary>
    public void Add(int row, string reason) => _ofRow[row] = reason;

    /// <summary>A column of the reasons.</summary>
    public FactorColumn ToColumn(string name, int rows) => new(
        name,
        Enumerable.Range(0, rows).Select(row => _ofRow.GetValueOrDefault(row)),
        _ofRow.Values.Distinct(StringComparer.Ordinal).Order(LevelOrder.Text));

    /// <summary>The reasons and how often each is given: <c>12 declared missing (8 Refused, 4 Unknown)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} declared missing (")
        + string.Join(", ", _ofRow.Values.CountBy(reason => reason).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}"))) + ")";
}
