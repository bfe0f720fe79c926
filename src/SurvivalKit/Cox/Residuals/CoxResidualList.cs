using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Residuals that print a row each: <see cref="CoxResiduals.ToList"/>.</summary>
public sealed class CoxResidualList : IResult
{
    internal CoxResidualList(CoxResiduals residuals) => Residuals = residuals;

    /// <summary>The residuals.</summary>
    public CoxResiduals Residuals { get; }

    /// <summary>A row for each observation, or for each event for the two Schoenfeld kinds.</summary>
    public ImmutableArray<TableModel> ToTables() => [ResidualTables.List(Residuals)];

    /// <inheritdoc cref="CoxResiduals.ToDataFrame"/>
    public DataFrame ToDataFrame() => Residuals.ToDataFrame();

    /// <inheritdoc/>
    public ResultRecord ToRecord() => Residuals.ToRecord();

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
