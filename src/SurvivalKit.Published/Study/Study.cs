using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>A published study as a study file describes it: arms, columns of the cohort, every printed number, and
/// how each is measured.</summary>
/// <remarks>Immutable. <c>Study.Load</c> has checked that all names resolve, so that the members can be used
/// without further checks.</remarks>
public sealed class Study : IResult
{
    private readonly Lazy<FrozenDictionary<string, Claim>> _byId;

    internal Study() => _byId = new(() => Claims.ToFrozenDictionary(claim => claim.Id, StringComparer.Ordinal));

    /// <summary>A short name, for example <c>ep-nec-2025</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title of the publication.</summary>
    public required string Title { get; init; }

    /// <summary>Authors, title and year.</summary>
    public required string Citation { get; init; }

    /// <summary>The statement that the cohort is synthetic; every page that shows the cohort shows it.</summary>
    public required string Synthetic { get; init; }

    /// <summary>What counts as a claim.</summary>
    public required string Scope { get; init; }

    /// <summary>The statistical methods according to the methods section.</summary>
    public required StudyMethods Methods { get; init; }

    /// <summary>The column of the cohort of the arm.</summary>
    public required string ArmColumn { get; init; }

    /// <summary>The arms, in the order in which they are printed.</summary>
    public required ImmutableArray<StudyArm> Arms { get; init; }

    /// <summary>The endpoints.</summary>
    public required ImmutableArray<StudyEndpoint> Endpoints { get; init; }

    /// <summary>The sequencing; <see langword="null"/>: none.</summary>
    public StudySequencing? Sequencing { get; init; }

    /// <summary>The columns of the cohort, in order.</summary>
    public required ImmutableArray<StudyVariable> Variables { get; init; }

    /// <summary>The layouts of the printed tables.</summary>
    public required ImmutableArray<PrintedTable> Tables { get; init; }

    /// <summary>How the printed rows are measured.</summary>
    public required ImmutableArray<StudyRow> Rows { get; init; }

    /// <summary>Every printed number.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>The places that are shown only as an image.</summary>
    public required ImmutableArray<UnprintedPlace> NotPrintedAsText { get; init; }

    /// <summary>What a draft of the study file did not understand; empty where nothing is open.</summary>
    public ImmutableArray<StudyRemark> Remarks { get; init; } = [];

    /// <summary>The number of patients in all arms.</summary>
    public int N => Arms.Sum(arm => arm.N);

    /// <summary>The arm that hazard ratios compare with.</summary>
    public StudyArm ReferenceArm => Arms.First(arm => arm.IsReference);

    /// <summary>The claim of an id.</summary>
    /// <param name="id">For example <c>table2/Best response &gt; PD/All#n</c>.</param>
    /// <exception cref="SurvivalDataException">There is no such claim; the message names the nearest id.</exception>
    public Claim this[string id] => Find(id) ?? throw new SurvivalDataException(
        $"The study {Id} has no claim \"{id}\"; the nearest is \"{NearestName.Find(id, _byId.Value.Keys)}\".");

    /// <summary>The claim of an id; <see langword="null"/>: there is none.</summary>
    /// <param name="id">The id.</param>
    public Claim? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _byId.Value.GetValueOrDefault(id);
    }

    /// <summary>The claims of a place, in the order of the study file.</summary>
    /// <param name="place">For example <c>table2</c>.</param>
    public ImmutableArray<Claim> ClaimsOf(string place) => [.. Claims.Where(claim => claim.Place == place)];

    /// <summary>All claims that print the same quantity as a claim, including itself.</summary>
    /// <param name="claim">One of them.</param>
    public ImmutableArray<Claim> PrintingsOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        string first = claim.SameAs ?? claim.Id;
        return [.. Claims.Where(other => (other.SameAs ?? other.Id) == first)];
    }

    /// <summary>The column of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="SurvivalDataException">The cohort has no such column.</exception>
    public StudyVariable Variable(string name) => Variables.FirstOrDefault(variable => variable.Name == name)
        ?? throw new SurvivalDataException(
            $"The study {Id} has no column \"{name}\"; the nearest is \"{NearestName.Find(name, Variables.Select(v => v.Name))}\".");

    /// <summary>The endpoint of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="SurvivalDataException">The study has no such endpoint.</exception>
    public StudyEndpoint Endpoint(string name) => Endpoints.FirstOrDefault(endpoint => endpoint.Name == name)
        ?? throw new SurvivalDataException(
            $"The study {Id} has no endpoint \"{name}\"; it has {string.Join(", ", Endpoints.Select(e => e.Name))}.");

    /// <summary>The layout of a printed table.</summary>
    /// <param name="place">For example <c>table1</c>.</param>
    /// <exception cref="SurvivalDataException">The study has no such table.</exception>
    public PrintedTable Table(string place) => Tables.FirstOrDefault(table => table.Place == place)
        ?? throw new SurvivalDataException(
            $"The study {Id} has no table \"{place}\"; it has {string.Join(", ", Tables.Select(t => t.Place))}.");

    /// <summary>The same study with its figures read in another way.</summary>
    internal Study With(StudyReadings readings) => new()
    {
        Id = Id,
        Title = Title,
        Citation = Citation,
        Synthetic = Synthetic,
        Scope = Scope,
        Methods = Methods with { Readings = readings },
        ArmColumn = ArmColumn,
        Arms = Arms,
        Endpoints = Endpoints,
        Sequencing = Sequencing,
        Variables = Variables,
        Tables = Tables,
        Rows = Rows,
        Claims = Claims,
        NotPrintedAsText = NotPrintedAsText,
        Remarks = Remarks,
    };

    /// <summary>How many claims each place of the study has, and its arms.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            Title,
            [new("place", TableAlignment.Left), new("claims")],
            Claims.GroupBy(claim => claim.Place)
                .Select(place => new TableRow([ClaimNames.PlaceName(place.Key), TableCell.Number(place.Count(), NumberKind.Count)])),
            string.Join("; ", Arms.Select(arm => $"{arm.Name}: {NumberText.Count(arm.N, "patient")}")) + ".",
            Synthetic)
        {
            Lead = [Citation],
        },
    ];

    /// <summary>A frame with a row a claim: id, place, row, column, aspect, printed.</summary>
    public DataFrame ToDataFrame()
    {
        return new DataFrame(
            Text("id", claim => claim.Id),
            Text("place", claim => claim.Place),
            Text("row", claim => claim.Row),
            Text("column", claim => claim.Column),
            Text("aspect", claim => claim.Aspect),
            Text("printed", claim => claim.Printed));

        StringDataFrameColumn Text(string name, Func<Claim, string?> value) => new(name, Claims.Select(value));
    }

    /// <summary>id, title, citation, arms (name, n) and claims (id, printed).</summary>
    public ResultRecord ToRecord() => new()
    {
        ["id"] = Id,
        ["title"] = Title,
        ["citation"] = Citation,
        ["arms"] = Arms.Select(arm => new ResultRecord { ["name"] = arm.Name, ["n"] = arm.N }),
        ["claims"] = Claims.Select(claim => new ResultRecord { ["id"] = claim.Id, ["printed"] = claim.Printed }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
