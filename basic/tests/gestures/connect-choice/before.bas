HEAR topic AS "Sales", "Support" WITH "What is it about?"
TALK "Please wait."
EXIT

sales:
TALK "Sales here."
EXIT

support:
TALK "Support here."
