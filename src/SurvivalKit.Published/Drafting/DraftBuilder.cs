using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A study that is being drafted: what was found so far, and what was not understood.</summary>
internal sealed class DraftBuilder
{
    private readonly Dictionary<string, Claim> _claims = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    public DraftBuilder(ImmutableArray<StudyArm> arms, StudyMethods methods, TextVerdicts verdicts)
    {
        (Arms, Methods, Verdicts) = (arms, methods, verdicts);
        Names.Make("patient");
        Names.Make("arm");
        foreach (string column in DraftEndpoints.Reserved)
        {
            Names.Make(column);
        }
    }

    public ImmutableArray<StudyArm> Arms { get; }

    public StudyMethods Methods { get; }

    /// <summary>What the text check says of the same text.</summary>
    public TextVerdicts Verdicts { get; }

    public DraftNames Names { get; } = new();

    public DraftEndpoints Endpoints { get; } = new();

    public List<StudyVariable> Variables { get; } = [];

    public List<StudyRow> Rows { get; } = [];

    public List<PrintedTable> Tables { get; } = [];

    public List<StudyRemark> Remarks { get; } = [];

    /// <summary>The genes whose alterations are counted, in their order.</summary>
    public List<(string Gene, PrintedNumber Percent)> Genes { get; } = [];

    /// <summary>Where in the plain text the statistics of claims begin.</summary>
    public Dictionary<string, int> Origins { get; } = new(StringComparer.Ordinal);

    /// <summary>The claims in their order.</summary>
    public IEnumerable<Claim> Claims => _order.Select(id => _claims[id]);

    /// <summary>All patients.</summary>
    public int N => Arms.Sum(arm => arm.N);

    /// <summary>The patients of a column.</summary>
    public int SizeOf(string? column) => Arms.FirstOrDefault(arm => arm.Name == column)?.N ?? N;

    /// <summary>The claim of an id; <see langword="null"/>: there is none.</summary>
    public Claim? Find(string id) => _claims.GetValueOrDefault(id);

    /// <summary>Adds a claim. Where its place, row and column have the aspect already, a number is put behind the row; a number that no
    /// claim can have becomes a remark.</summary>
    /// <param name="claim">The claim, without an id.</param>
    /// <param name="line">Its line in the source.</param>
    /// <param name="at">The place in the plain text where its statistic begins.</param>
    public Claim? Add(Claim claim, int? line = null, int? at = null)
    {
        if (ClaimNumbers.Expected(claim.Aspect, claim.Value) is { } expected)
        {
            Remark(claim, line, $"{claim.Printed} was found where {expected} was expected.");
            return null;
        }

        Claim named = claim;
        for (int i = 2; _claims.ContainsKey(IdOf(named)); i++)
        {
            named = claim with { Row = FormattableString.Invariant($"{claim.Row} ({i})").Trim() };
        }

        named = named with { Id = IdOf(named) };
        _claims.Add(named.Id, named);
        _order.Add(named.Id);
        if (at is { } place)
        {
            Origins[named.Id] = place;
        }

        return named;
    }

    /// <summary>Adds the numbers of one statistic. Ends of an interval that are swapped stay out, with a remark.</summary>
    /// <returns>The claims.</returns>
    public List<Claim> AddNumbers(
        string place, string? row, string? column, IReadOnlyList<DraftNumber> numbers, string? context, string? where, int? line,
            int? at = null)
    {
        bool isSwapped = IsSwapped(numbers);
        if (isSwapped)
        {
            Remarks.Add(new(place, row, column, context ?? "", line, "The ends of the interval are swapped; the smaller one first was expected."));
        }

        return
        [
            .. numbers.Where(number => !isSwapped
                    || number.Aspect is not (Aspects.Lower or Aspects.Upper or Aspects.Minimum or Aspects.Maximum))
                .Select(number => Add(DraftClaims.Of(place, row, column, number, context, where), line, at)).OfType<Claim>(),
        ];
    }

    /// <summary>A name of a row that has none of the numbers' aspects in a column yet.</summary>
    /// <param name="place">The place.</param>
    /// <param name="row">The name that is wished.</param>
    /// <param name="column">The column.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="isAlone">Whether the row may hold no other column: counts of all and of arms from two sentences need not sum.</param>
    public string RowFor(string place, string row, string? column, IReadOnlyList<DraftNumber> numbers, bool isAlone = false)
    {
        string unique = row;
        for (int i = 2; IsTaken(unique); i++)
        {
            unique = FormattableString.Invariant($"{row} ({i})");
        }

        return unique;

        bool IsTaken(string name) => numbers.Any(number => _claims.ContainsKey(IdOf(DraftClaims.Of(place, name, column, number, null))))
            || _claims.Values.Any(claim => claim.Place == place && claim.Row == name
                && (isAlone || (claim.Column is null or ColumnNames.All && column is not (null or ColumnNames.All))));
    }

    /// <summary>Puts another claim in the place of one with the same id.</summary>
    public void Replace(Claim claim) => _claims[claim.Id] = claim;

    /// <summary>Says of a claim what is not understood.</summary>
    public void Remark(Claim claim, int? line, string reason) =>
        Remarks.Add(new(claim.Place, claim.Row, claim.Column, claim.Context ?? claim.Printed, line, reason));

    /// <summary>Adds a row that is measured, unless the place and row have this measure already.</summary>
    public void Measure(string place, string? row, StudyMeasure measure, string? note = null)
    {
        if (!Rows.Exists(other => other.Place == place && other.Row == row && other.Measure.Name == measure.Name))
        {
            Rows.Add(new StudyRow(place, row, measure, note));
        }
    }

    /// <summary>Adds a column of the cohort and gives its name.</summary>
    public string Column(StudyVariable variable)
    {
        string name = Names.Make(variable.Name);
        Variables.Add(variable with { Name = name });
        return name;
    }

    /// <summary>Whether the ends of an interval or of a range stand in the wrong order.</summary>
    public static bool IsSwapped(IReadOnlyList<DraftNumber> numbers) =>
        Swapped(numbers, Aspects.Lower, Aspects.Upper) || Swapped(numbers, Aspects.Minimum, Aspects.Maximum);

    private static bool Swapped(IReadOnlyList<DraftNumber> numbers, string least, string greatest) =>
        numbers.FirstOrDefault(number => number.Aspect == least) is { } low
        && numbers.FirstOrDefault(number => number.Aspect == greatest) is { } high && low.Value > high.Value;

    public static string IdOf(Claim claim) =>
        string.Join('/', ((string?[])[claim.Place, claim.Row, claim.Column]).OfType<string>()) + "#" + claim.Aspect;
}
