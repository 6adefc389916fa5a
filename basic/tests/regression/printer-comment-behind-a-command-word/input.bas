ND LLM // what 'so' means
TALK x // ' y
