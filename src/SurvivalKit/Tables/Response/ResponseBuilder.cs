using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Counts the responses of groups.</summary>
internal sealed class ResponseBuilder
{
    private const string Objective = "Objective response";
    private const string Control = "Disease control";

    private readonly DataFrame _data;
    private readonly ResponseOptions _options;
    private readonly string _response;

    private ResponseBuilder(DataFrame data, string response, ResponseOptions options)
    {
        _data = data;
        _response = response;
        _options = options;
    }

    public static ResponseTable Build(DataFrame data, string response, string? by, ResponseOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(response);
        ConfidenceLevel.Check(options.Level);
        return new ResponseBuilder(data, response, options).Build(by);
    }

    private ResponseTable Build(string? by)
    {
        FormulaValue.Levels given = Levels(_response);
        (ImmutableArray<ResponseLevel> levels, int[] places) = _options.Responders.IsEmpty ? OfRecist(given) : AsGiven(given);
        (ImmutableArray<string> names, ImmutableArray<int[]> members) = Groups(by, given.Length);
        ImmutableArray<ResponseGroup> groups = [.. names.Select((name, place) =>
        {
            int[] counts = new int[levels.Length + 1];
            foreach (int row in members[place])
            {
                counts[given.IsMissing(row) ? levels.Length : places[given.Codes[row]]]++;
            }

            return new ResponseGroup(name, [.. counts[..^1]], counts[^1]);
        })];
        ImmutableArray<ResponseRate> rates = [.. Wanted(levels).SelectMany(wanted => groups.Select(group => Rate(wanted, levels, group)))];
        string[] own = [.. names.Where((_, place) => by is not null && !(_options.Overall && place == 0))];
        return new ResponseTable(_response, by, levels, groups, rates, [.. Differences(rates, own)], _options)
        {
            Omitted = given.Length - (by is null || _options.Overall ? members[0].Length : members.Sum(rows => rows.Length)),
        };
    }

    private FormulaValue.Levels Levels(string column) =>
        ColumnValues.ReadLabels(FrameColumns.Named(_data, column), SurvivalData.SourceOf(_data)).AsLevels();

    private (ImmutableArray<ResponseLevel>, int[]) OfRecist(FormulaValue.Levels given)
    {
        string[] codes =
        [
            .. given.Names.Select(name => ResponseWords.CodeOf(name) ?? throw SurvivalDataException.AtColumn(
                SurvivalData.SourceOf(_data),
                _response,
                $"\"{name}\" is no response that is known; CR, PR, SD, PD or NE was expected, or the responders have to be named.")),
        ];
        ResponseLevel[] levels =
        [
            .. ResponseWords.Known.Where(known => known.Code != "NN" || codes.Contains("NN"))
                .Select(known => new ResponseLevel(known.Code, known.Name, known.Code != ResponseWords.NotEvaluable)),
        ];
        return ([.. levels], [.. codes.Select(code => Array.FindIndex(levels, level => level.Code == code))]);
    }

    private static (ImmutableArray<ResponseLevel>, int[]) AsGiven(FormulaValue.Levels given) => (
        [.. given.Names.Select(name => new ResponseLevel(name, name, ResponseWords.CodeOf(name) != ResponseWords.NotEvaluable))],
        [.. Enumerable.Range(0, given.Names.Length)]);

    private (ImmutableArray<string>, ImmutableArray<int[]>) Groups(string? by, int rows)
    {
        if (by is null)
        {
            return rows == 0
                ? throw SurvivalDataException.AtColumn(
                    SurvivalData.SourceOf(_data), _response, "there is no row; one or more was expected.")
                : (["All"], [[.. Enumerable.Range(0, rows)]]);
        }

        FormulaValue.Levels levels = Levels(by);
        int[] known = [.. Enumerable.Range(0, rows).Where(row => !levels.IsMissing(row))];
        if (known.Length == 0)
        {
            throw SurvivalDataException.AtColumn(
                SurvivalData.SourceOf(_data), by, "all values are missing; a column that makes groups was expected.");
        }

        // A level without rows is no arm of a trial.
        int[] used = [.. Enumerable.Range(0, levels.Names.Length).Where(level => known.Any(row => levels.Codes[row] == level))];
        ImmutableArray<string> names = [.. used.Select(level => levels.Names[level])];
        ImmutableArray<int[]> members = [.. used.Select(level => known.Where(row => levels.Codes[row] == level).ToArray())];
        return _options.Overall ? (names.Insert(0, "All"), members.Insert(0, known)) : (names, members);
    }

    private IEnumerable<(string Name, ImmutableArray<string> Codes)> Wanted(ImmutableArray<ResponseLevel> levels)
    {
        bool isRecist = _options.Responders.IsEmpty;
        yield return (Objective, isRecist ? ["CR", "PR"] : Known(_options.Responders, levels));
        if (!_options.Controlled.IsEmpty)
        {
            yield return (Control, Known(_options.Controlled, levels));
        }
        else if (isRecist)
        {
            yield return (Control, [.. levels.Select(level => level.Code).Where(code => code is "CR" or "PR" or "SD" or "NN")]);
        }
    }

    private ImmutableArray<string> Known(ImmutableArray<string> asked, ImmutableArray<ResponseLevel> levels) => [.. asked.Select(word =>
    {
        string code = _options.Responders.IsEmpty ? ResponseWords.CodeOf(word) ?? word : word;
        return levels.Any(level => level.Code == code)
            ? code
            : throw SurvivalDataException.AtColumn(
                SurvivalData.SourceOf(_data),
                _response,
                $"there is no response \"{word}\"; one of {string.Join(", ", levels.Select(level => level.Code))} was expected.");
    }).Distinct()];

    private ResponseRate Rate(
        (string Name, ImmutableArray<string> Codes) wanted, ImmutableArray<ResponseLevel> levels, ResponseGroup group)
    {
        int Sum(Func<ResponseLevel, bool> counts) => levels.Select((level, place) => counts(level) ? group.Counts[place] : 0).Sum();
        int count = Sum(level => wanted.Codes.Contains(level.Code));
        int of = _options.EvaluableOnly ? Sum(level => level.IsEvaluable) : group.N;
        var rate = new ResponseRate(wanted.Name, wanted.Codes, group.Name, count, of);
        return of == 0 ? rate : rate with
        {
            ClopperPearson = ProportionInterval.ClopperPearson(count, of, _options.Level),
            Wilson = ProportionInterval.Wilson(count, of, _options.Level),
        };
    }

    private IEnumerable<ResponseDifference> Differences(ImmutableArray<ResponseRate> rates, string[] groups)
    {
        if (_options.Reference is { } named && !groups.Contains(named))
        {
            string expected = groups.Length == 0 ? "a column that makes groups" : $"one of {string.Join(", ", groups)}";
            throw new SurvivalDataException($"There is no group \"{named}\" to compare with; {expected} was expected.");
        }

        foreach (string name in groups.Length < 2 ? [] : rates.Select(rate => rate.Name).Distinct())
        {
            string against = _options.Reference ?? groups[0];
            ResponseRate Of(string group) => rates.Single(rate => rate.Name == name && rate.Group == group);
            ResponseRate reference = Of(against);
            foreach (ResponseRate rate in groups.Where(group => group != against).Select(Of).Where(rate => rate.Of > 0 && reference.Of > 0))
            {
                (double lower, double upper) = ProportionInterval.Newcombe(
                    rate.Count, rate.Of, reference.Count, reference.Of, _options.Level);
                var counts = new ContingencyTable(
                    new[,] { { rate.Count, rate.Of - rate.Count }, { reference.Count, reference.Of - reference.Count } });
                bool differ = counts.ColumnTotal(0) > 0 && counts.ColumnTotal(1) > 0;
                yield return new ResponseDifference(
                    name, rate.Group, against, rate.Rate - reference.Rate, lower, upper, differ ? FisherExact.Test(counts).P : null);
            }
        }
    }
}
