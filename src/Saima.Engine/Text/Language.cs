namespace Saima.Engine.Text;

/// <summary>The languages that are read; English is the one into which the others are translated.</summary>
public enum Language { English, German, French, Spanish, Portuguese, Italian, Russian, Arabic, Chinese }
