using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The subjects of a table of adverse events and the arm of each.</summary>
internal sealed class EventSubjects
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<int> _arms = [];

    private EventSubjects(ImmutableArray<string> arms) => Arms = arms;

    /// <summary>The names of the arms.</summary>
    public ImmutableArray<string> Arms { get; }

    /// <summary>The number of subjects.</summary>
    public int Count => _arms.Count;

    /// <summary>The arm of a subject; -1: it is missing.</summary>
    public int ArmOf(int subject) => _arms[subject];

    /// <summary>The place of a subject; -1: there is none of this name.</summary>
    public int PlaceOf(string name) => _places.GetValueOrDefault(name, -1);

    /// <summary>Reads the subjects of a frame, of which each may have several rows.</summary>
    /// <exception cref="SurvivalDataException">A subject is missing or in two arms.</exception>
    public static EventSubjects Read(DataFrame data, string subject, string? by)
    {
        string? source = SurvivalData.SourceOf(data);
        FormulaValue.Levels names = ColumnValues.ReadLabels(FrameColumns.Named(data, subject), source).AsLevels();
        FormulaValue.Levels? arms = by is null ? null : ColumnValues.ReadLabels(FrameColumns.Named(data, by), source).AsLevels();
        int[] used = arms is null ? [] : [.. arms.Codes.Where(code => code >= 0).Distinct().Order()];
        if (arms is not null && used.Length == 0)
        {
            throw SurvivalDataException.AtColumn(source, by!, "all values are missing; a column that makes groups was expected.");
        }

        var subjects = new EventSubjects(arms is null ? ["All"] : [.. used.Select(code => arms.Names[code])]);
        for (int row = 0; row < names.Length; row++)
        {
            if (names.IsMissing(row))
            {
                throw SurvivalDataException.AtCell(
                    source, row + 1, subject, "", "the subject is missing; its name or number was expected.");
            }

            string name = names.Names[names.Codes[row]];
            int arm = arms is null ? 0 : arms.IsMissing(row) ? -1 : Array.IndexOf(used, arms.Codes[row]);
            if (!subjects._places.TryGetValue(name, out int place))
            {
                subjects._places[name] = subjects._arms.Count;
                subjects._arms.Add(arm);
            }
            else if (subjects._arms[place] != arm)
            {
                throw SurvivalDataException.AtCell(
                    source, row + 1, by!, name, $"the subject {name} is in another arm than in a row above; one arm was expected.");
            }
        }

        return subjects;
    }
}
