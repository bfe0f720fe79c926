namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>The tests that share three ClickHouse servers.</summary>
[CollectionDefinition(Name)]
public sealed class OnClickHouse : ICollectionFixture<ClickHouseCluster>
{
    public const string Name = "ClickHouse";
}
